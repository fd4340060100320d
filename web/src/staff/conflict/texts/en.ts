import type { Translation } from '../../../i18n/catalog';
import type { es } from './es';

export const en: Translation<'en', typeof es> = {
  refused: 'Not saved: the ticket changed while you were working',
  changes: 'What changed',
  choicePreserved: 'Review what changed and, if it still makes sense, save again.',
};
