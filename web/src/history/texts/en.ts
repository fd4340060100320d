import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  filter: 'What is shown',
  conversation: 'Conversation',
  all: 'Everything ({total})',
  changes: { one: '{count} change', other: '{count} changes' },
  hide: 'Hide the changes',
  latest: 'Jump to the latest',
};
