import { formatDateTime } from '../../design/dates/format';
import { formatRelative } from '../../design/dates/relative';
import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';

/** Shows how long ago something happened, in short form. The tooltip shows the full date. */
export function Ago({ at }: { at: string }) {
  const language = useLanguage();
  const timeZone = useTimeZone();
  return (
    <time dateTime={at} title={formatDateTime(at, language, timeZone)}>
      {formatRelative(at, Date.now(), language)}
    </time>
  );
}
