import type { Schemas } from '../../api/client';
import { useLanguage } from '../../i18n/language';
import { formatDay } from '../dates/format';
import { useDesignTexts } from '../texts';

/**
 * Returns a function that formats an answer. The month of a date is written as a word. The answer to a checkbox is always
 * yes, because an unchecked box has no answer.
 */
export function useAnswerText(): (answer: Schemas['AnsweredField']) => string {
  const t = useDesignTexts().extraFields;
  const language = useLanguage();
  return ({ kind, value, text }) => {
    if (kind === 'checkbox') return t.yes;
    return kind === 'date' ? formatDay(value, language) : text;
  };
}
