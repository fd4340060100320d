import type { HistoryTexts } from './es';

export const en: HistoryTexts = {
  filter: 'What is shown',
  conversation: 'Conversation',
  all: (count) => `Everything (${count})`,
  changes: (count) => `${count} changes`,
  hide: 'Hide the changes',
  latest: 'Jump to the latest',
};
