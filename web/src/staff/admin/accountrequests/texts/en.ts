import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  empty: 'No pending requests.',
  columns: {
    email: 'E-mail address',
    organization: 'Organization',
    phone: 'Contact telephone',
    createdAt: 'Received',
  },
  more: 'Show more',
};
