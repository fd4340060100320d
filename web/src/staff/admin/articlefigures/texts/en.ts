import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  table: 'Articles by usefulness',
  empty: 'No article has been published yet',
  columns: {
    article: 'Article',
    usefulness: 'Usefulness',
    seen: 'Readings',
    useful: 'Helped',
    useless: 'Did not help',
    avoided: 'Tickets avoided',
    opened: 'Tickets after reading it',
  },
  explained:
    'Usefulness is the least share of readers that an article may be expected to help, by what they answered to “Did it help you?” (95 % confidence): two good answers weigh less than ninety of a hundred.',
  unanswered: 'No answers',
  more: 'Show more',
  untitled: 'Untitled',
};
