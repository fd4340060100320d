import type { AccountRequestTexts } from './es';

export const en: AccountRequestTexts = {
  empty: 'No pending requests.',
  columns: {
    email: 'E-mail address',
    organization: 'Organization',
    phone: 'Contact telephone',
    createdAt: 'Received',
  },
  more: 'Show more',
};
