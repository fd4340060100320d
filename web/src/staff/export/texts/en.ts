import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  start: 'Export CSV',
  stop: { one: 'Stop ({count} read)', other: 'Stop ({count} read)' },
  done: { one: '{count} ticket exported.', other: '{count} tickets exported.' },
};
