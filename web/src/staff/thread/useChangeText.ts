import { useDesignTexts } from '../../design/texts';
import { useLanguage } from '../../i18n/language';
import { useTexts as useLinkTexts } from '../../links/texts';
import { useTimeZone } from '../../session/useSession';
import { useLifeTexts } from '../life/texts';
import { type Change, changeText, deadlineReason } from './changeText';
import { useThreadTexts } from './texts';

/**
 * Returns a function that describes a change, given all changes of its act. For a moved deadline the text includes the reason.
 */
export function useChangeText(): (change: Change, all: readonly Change[]) => string {
  const t = useThreadTexts();
  const d = useDesignTexts();
  const links = useLinkTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  const { reasons } = useLifeTexts();
  return (change, all) => {
    const text = changeText(change, { t, d, links, language, timeZone });
    const reason = deadlineReason(change, all);
    return reason ? `${text} (${reasons[reason]})` : text;
  };
}
