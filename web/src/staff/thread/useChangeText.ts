import { useDesignTexts } from '../../design/texts';
import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';
import { useTexts } from '../texts';
import { type Change, changeText } from './changeText';

export function useChangeText(): (change: Change) => string {
  const t = useTexts().thread;
  const d = useDesignTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  return (change) => changeText(change, { t, d, language, timeZone });
}
