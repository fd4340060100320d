import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Participants',
  lead: 'They read the ticket, comment on it and get its news.',
  none: 'Nobody else takes part in this ticket.',
  staff: 'Desk staff',
  yourself: '{name} (you)',
  add: 'Add a participant',
  login: 'User name or e-mail',
  colleagues: 'You can add people of your organization.',
  missing: 'Enter a user name or an e-mail address.',
  submit: 'Add',
  cancel: 'Cancel',
  remove: 'Remove {name}',
  added: '{name} now takes part in the ticket.',
  removed: '{name} no longer takes part in the ticket.',
  leave: 'Leave the ticket',
  leaveText: 'You will no longer see this ticket or get its news. To come back, somebody has to add you.',
  left: 'You left the ticket.',
};
