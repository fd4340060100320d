import { useDesignTexts } from '../../design/texts';
import { useLanguage } from '../../i18n/language';
import { useTexts as useLinkTexts } from '../../links/texts';
import { useTimeZone } from '../../session/useSession';
import { useLifeTexts } from '../life/texts';
import { useTexts } from '../texts';
import { type Change, changeText, whyMoved } from './changeText';

/**
 * Returns a function that describes a change, given all changes of its act. For a moved deadline the text says why it
 * moved.
 */
export function useChangeText(): (change: Change, all: readonly Change[]) => string {
  const t = useTexts().thread;
  const d = useDesignTexts();
  const links = useLinkTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  const { why } = useLifeTexts();
  return (change, all) => {
    const text = changeText(change, { t, d, links, language, timeZone });
    const reason = whyMoved(change, all);
    return reason ? `${text} (${why[reason]})` : text;
  };
}
