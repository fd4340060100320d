import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Mentions',
  lead: 'Internal notes where colleagues mention you. Opening the ticket marks them as read.',
  colleagues: 'Colleagues',
  away: 'Away',
  label: 'Your mentions',
  by: '{name} mentioned you',
  unread: 'Unread',
  empty: 'No mentions yet',
  emptyText: 'When someone types @ and your name in a note, it appears here.',
};
