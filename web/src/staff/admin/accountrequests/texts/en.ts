import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  empty: 'No pending requests.',
  columns: {
    email: 'Email address',
    organization: 'Organization',
    phone: 'Contact phone',
    createdAt: 'Received',
  },
};
