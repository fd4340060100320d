import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Participants',
  lead: 'They can read the ticket, comment on it and get its notifications.',
  none: 'There are no other participants.',
  staff: 'Service desk staff',
  yourself: '{name} (you)',
  add: 'Add a participant',
  login: 'Username or email address',
  colleagues: 'You can add people from your organization.',
  missing: 'Enter a username or an email address.',
  submit: 'Add',
  remove: 'Remove {name}',
  added: '{name} is now a participant.',
  removed: '{name} is no longer a participant.',
  leave: 'Leave ticket',
  leaveText:
    'You will no longer see this ticket or get its notifications. To come back, someone has to add you.',
  left: 'You left the ticket.',
};
