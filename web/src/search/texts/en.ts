import type { Translation } from '../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  words: 'Not searched, because it is very common or very short: {words}.',
  prefix:
    '“{prefix}” was searched as a whole word only. To find words that start with it, type at least 5 letters, or 8 characters if there are digits.',
  quoted: '“{word}”',
};
