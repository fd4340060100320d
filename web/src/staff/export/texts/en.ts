import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  start: 'Export CSV',
  stop: { one: 'Stop ({count} read)', other: 'Stop ({count} read)' },
  columns: {
    firstResponse: 'First response',
    resolution: 'Resolved',
    rating: 'Rating',
    stopped: 'Deadline stopped (working minutes)',
  },
  done: { one: '{count} ticket exported.', other: '{count} tickets exported.' },
};
