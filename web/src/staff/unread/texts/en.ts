import type { UnreadTexts } from './es';

export const en: UnreadTexts = {
  unread: 'Unread message from the requester',
};
