import type { BulkTexts } from './es';

const tickets = (count: number) => (count === 1 ? '1 ticket' : `${count} tickets`);

export const en: BulkTexts = {
  title: 'Selected tickets',
  menu: 'Do with them',
  picked: (count: number) => `${count} selected`,
  clear: 'Clear selection',
  acts: { assign: 'Assign', transfer: 'Transfer', priority: 'Priority', status: 'Status', tag: 'Tag' },
  command: (act: string, count: number) => `${act}: ${tickets(count)}`,
  doing: (act: string, count: number) => `${act}: ${tickets(count)}`,
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
  apply: (count: number) => `Apply to ${tickets(count)}`,
  cancel: 'Cancel',
  progress: (settled: number, count: number) => `${settled} of ${count}…`,
  progressLabel: 'Progress',
  finished: (done: number, failed: number) =>
    failed === 0 ? `Done: ${tickets(done)}.` : `${tickets(done)} changed; ${failed} not.`,
  results: 'Result of each ticket',
  states: {
    waiting: 'Pending',
    done: 'Done',
    stopped: 'Not changed: you stopped it',
    conflict: 'Not changed: somebody changed it meanwhile',
  },
  unexplained: 'It could not be done. Try again.',
  stop: 'Stop',
  retry: (count: number) => `Try the rest again (${count})`,
  close: 'Finish',
};
