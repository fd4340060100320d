import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  of: '{score} out of 5',
  rated: 'Rating: {score} out of 5',
};
