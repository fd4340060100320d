import type { Translation } from '../../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  table: 'Articles by usefulness',
  empty: 'No articles published yet',
  columns: {
    article: 'Article',
    usefulness: 'Usefulness',
    seen: 'Reads',
    useful: 'Helpful',
    useless: 'Not helpful',
    avoided: 'Tickets avoided',
    opened: 'Tickets opened after reading',
  },
  explanation:
    'Usefulness is the lowest share of readers that an article can be expected to help, based on their answers to “Was this helpful?” (95% confidence): two positive answers count for less than ninety out of a hundred.',
  unanswered: 'No answers',
  untitled: 'Untitled',
};
