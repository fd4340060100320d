import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  title: 'Availability',
  iAmAway: 'I am away',
  isAway: 'Away',
  ownHint: 'While you are away, you get no new tickets; the ones you have stay yours.',
  hint: 'While they are away, they get no new tickets; the ones they have stay theirs.',
  backOn: 'Back on',
  backOnHint: 'New tickets are assigned again from that day on. Without a date, until further notice.',
  save: 'Save availability',
  savedAway: 'You are away: you won’t get new tickets.',
  savedAvailable: 'You are available.',
};
