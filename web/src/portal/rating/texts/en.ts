import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Rate the support you received',
  lead: 'The agent who helped you and their supervisors will see your rating.',
  legend: 'Rating',
  /** The words for the scores 1 to 5. */
  scores: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
  comment: 'Comment',
  missing: 'Choose a rating from 1 to 5.',
  submit: 'Submit rating',
  change: 'Change rating',
  yours: 'Your rating',
  thanks: 'Thank you for your rating.',
  until: 'You can change it until {date}.',
  quote: '“{text}”',
};
