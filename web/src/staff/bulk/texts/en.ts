import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Selected tickets',
  menu: 'Actions',
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
  tagHint: 'One or more, separated by commas.',
  reason: 'Reason for the transfer',
  waitingReason: 'What is needed from the requester',
  nobody: 'Unassigned',
  choose: '— Select —',
  missing: 'This field is required.',
  apply: { one: 'Apply to {count} ticket', other: 'Apply to {count} tickets' },
  progress: '{settled} of {total}…',
  progressLabel: 'Progress',
  finished: {
    all: { one: 'Done: {count} ticket.', other: 'Done: {count} tickets.' },
    some: {
      one: '{count} ticket changed; {failed} not changed.',
      other: '{count} tickets changed; {failed} not changed.',
    },
  },
  results: 'Result for each ticket',
  states: {
    waiting: 'Pending',
    done: 'Done',
    stopped: 'Not changed: you stopped it',
    conflict: 'Not changed: someone changed it in the meantime',
    prioritized: 'Not changed: somebody set another priority meanwhile',
  },
  unexplained: 'It couldn’t be done. Try again.',
  stop: 'Stop',
  retry: 'Retry the rest ({n})',
  close: 'Finish',
};
