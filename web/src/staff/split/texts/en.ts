import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Split',
  lead: 'What you choose is copied into a new ticket of {name}, which is routed by its topic. It is marked here, and both tickets are linked. {name} is told by mail.',
  entries: 'Messages of {number} that go to the new ticket',
  none: 'Choose at least one message or response.',
  unseen: 'Choose at least one message or response: the user does not see notes.',
  nothing: 'There is nothing left to split.',
  files: { one: '{count} file', other: '{count} files' },
  subject: "New ticket's subject",
  subjectMissing: 'Enter the subject.',
  submit: 'Create the ticket',
  cancel: 'Cancel',
  done: 'Ticket {number} was created.',
};
