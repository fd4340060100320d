import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Write',
  kind: 'Entry type',
  kinds: { response: 'Response', note: 'Internal note' },
  labels: { response: 'Response to the requester', note: 'Note for staff' },
  hints: {
    response: 'It is posted on the ticket and emailed to the requester.',
    note: 'The requester never sees it. Type @ to mention a colleague, who is notified.',
  },
  byKey: { response: 'Write a response', note: 'Write an internal note' },
  keys: '“/” and a word inserts a canned response. Ctrl + Enter sends.',
  notesOnly: 'The ticket is Closed: it only accepts internal notes.',
  send: { response: 'Send response', note: 'Save note' },
  sendAndResolve: 'Send and mark as Resolved',
  sendAndWait: 'Send and put on hold',
  empty: { response: 'Write a response.', note: 'Write a note.' },
  files: {
    uploading: 'Wait for the files to finish uploading.',
    failed: 'A file couldn’t be uploaded. Retry it or remove it before sending.',
  },
  noteSaved: 'Note saved.',
  sent: {
    keep: 'Response sent.',
    resolve: 'Response sent; the ticket is Resolved.',
    wait: 'Response sent; the ticket is on hold.',
  },
  toList: 'Back to the list',
  textPreserved: 'Your text is still here. Review what changed and, if it still makes sense, send it again.',
  restored: 'We restored what you had written and not sent.',
  discard: 'Discard',
  moveToNote: 'Move it to the internal note',
};
