import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  filter: 'Show',
  conversation: 'Conversation',
  all: 'All ({total})',
  changes: { one: '{count} change', other: '{count} changes' },
  hide: 'Hide changes',
  latest: 'Jump to latest',
};
