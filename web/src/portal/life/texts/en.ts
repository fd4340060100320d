import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  wait: {
    titles: {
      requester: 'Something is needed from you',
      'third-party': 'A third party is awaited',
    },
    texts: {
      requester: 'Your ticket goes on as soon as you answer below.',
      'third-party': 'You need not do anything: we will tell you when there is an answer.',
    },
    since: 'On hold since {date}.',
  },
  conclude: {
    button: 'My problem is solved',
    title: 'Is your problem solved?',
    text: 'The ticket will be closed and the agent told. If you need more help later, you can open another one related to it.',
    withWords:
      'What you wrote will be sent and the ticket closed. If you need more help later, you can open another one related to it.',
    confirm: 'Yes, close the ticket',
    cancel: 'Cancel',
    done: 'The ticket is closed. Thank you for telling us.',
  },
  rating: {
    title: 'How was the attention?',
    lead: 'Your opinion reaches who attended you and their supervisors.',
    legend: 'Rating',
    /** From 1 to 5. */
    scores: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'],
    comment: 'Comment',
    missing: 'Choose a rating, from 1 to 5.',
    submit: 'Send rating',
    change: 'Change rating',
    cancel: 'Cancel',
    yours: 'Your rating',
    thanks: 'Thank you for rating the attention.',
    until: 'You can change it until {date}.',
    quote: '“{text}”',
  },
  related: 'Continues ticket:',
};
