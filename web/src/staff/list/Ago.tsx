import { formatDateTime } from '../../design/dates/format';
import { formatRelative } from '../../design/dates/relative';
import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';

/** How long ago something happened, in short; the full date is in the tooltip. */
export function Ago({ at }: { at: string }) {
  const language = useLanguage();
  const timeZone = useTimeZone();
  return (
    <time dateTime={at} title={formatDateTime(at, language, timeZone)}>
      {formatRelative(at, Date.now(), language)}
    </time>
  );
}
