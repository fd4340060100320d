import type { MentionTexts } from './es';

export const en: MentionTexts = {
  title: 'Mentions',
  lead: 'The internal notes where colleagues mention you. Opening the ticket marks them as read.',
  colleagues: 'Colleagues',
  away: 'Away',
  label: 'Your mentions',
  by: (name) => `${name} mentioned you`,
  unread: 'Unread',
  empty: 'Nobody has mentioned you',
  emptyText: 'When somebody writes @ and your name in a note, it will show here.',
  more: 'Show more',
};
