import type { AdminTexts } from './es';

export const en: AdminTexts = {
  title: 'Administration',
  lead: 'What decides how the service desk works.',
  navigation: 'Administration sections',
  back: 'Administration',
  sections: {
    accountRequests: {
      title: 'Account requests',
      lead: 'People who asked for an account, the most recent first.',
    },
  },
};
