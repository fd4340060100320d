import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Selected tickets',
  menu: 'Do with them',
  picked: { one: '{count} selected', other: '{count} selected' },
  clear: 'Clear selection',
  acts: { assign: 'Assign', transfer: 'Transfer', priority: 'Priority', status: 'Status', tag: 'Tag' },
  actOn: { one: '{act}: {count} ticket', other: '{act}: {count} tickets' },
  fields: {
    assign: 'Agent',
    transfer: 'Department',
    priority: 'Priority',
    status: 'New status',
    tag: 'Tags',
  },
  tagHint: 'One or several, with commas.',
  reason: 'Reason for the transfer',
  waitingReason: 'What is expected of the requester',
  nobody: 'Unassigned',
  choose: '— Choose —',
  missing: 'This is needed.',
  apply: { one: 'Apply to {count} ticket', other: 'Apply to {count} tickets' },
  cancel: 'Cancel',
  progress: '{settled} of {total}…',
  progressLabel: 'Progress',
  finished: {
    all: { one: 'Done: {count} ticket.', other: 'Done: {count} tickets.' },
    some: { one: '{count} ticket changed; {failed} not.', other: '{count} tickets changed; {failed} not.' },
  },
  results: 'Result of each ticket',
  states: {
    waiting: 'Pending',
    done: 'Done',
    stopped: 'Not changed: you stopped it',
    conflict: 'Not changed: somebody changed it meanwhile',
  },
  unexplained: 'It could not be done. Try again.',
  stop: 'Stop',
  retry: 'Try the rest again ({n})',
  close: 'Finish',
};
