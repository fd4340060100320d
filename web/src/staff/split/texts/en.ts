import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Split',
  lead: 'What you choose is copied to a new ticket for {name}, which is routed by its topic. It is marked here, and both tickets are linked. {name} is notified by email.',
  entries: 'Messages from {number} for the new ticket',
  none: 'Choose at least one message or response.',
  unseen: 'Choose at least one message or response: the requester can’t see notes.',
  nothing: 'There is nothing left to split.',
  files: { one: '{count} file', other: '{count} files' },
  subject: 'Subject of the new ticket',
  subjectMissing: 'Enter a subject.',
  submit: 'Create ticket',
  done: 'Ticket {number} was created.',
};
