import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';
import { formatDate, formatDateTime } from './format';
import classes from './Moment.module.css';

/** Shows a date in the person's time zone, in the format of C4. The tooltip contains the time zone. */
export function Moment({ at, dateOnly = false }: { at: string; dateOnly?: boolean }) {
  const language = useLanguage();
  const timeZone = useTimeZone();
  const full = formatDateTime(at, language, timeZone);
  return (
    <time dateTime={at} title={`${full} (${timeZone})`} className={classes.moment}>
      {dateOnly ? formatDate(at, language, timeZone) : full}
    </time>
  );
}
