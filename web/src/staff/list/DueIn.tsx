import { formatDateTime } from '../../design/dates/format';
import { daysAway, formatRelative } from '../../design/dates/relative';
import { Icon } from '../../design/icon/Icon';
import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';
import { useTexts } from '../texts';
import classes from './Due.module.css';

/** Shows the due date in short form, such as «mañana, 18:00». The tooltip shows the full date. */
export function DueIn({ ticket }: { ticket: { dueAt: string | null; overdue: boolean; status: string } }) {
  const t = useTexts().due;
  const language = useLanguage();
  const timeZone = useTimeZone();
  if (!ticket.dueAt) return <span className={classes.none}>{t.none}</span>;
  const now = Date.now();
  const full = formatDateTime(ticket.dueAt, language, timeZone);
  const [, clock = ''] = full.split(', ');
  const days = daysAway(ticket.dueAt, now, timeZone);
  const words =
    days === 0
      ? t.todayAt({ clock })
      : days === 1
        ? t.tomorrowAt({ clock })
        : formatRelative(ticket.dueAt, now, language);
  return (
    <time
      dateTime={ticket.dueAt}
      title={full}
      className={
        ticket.overdue ? classes.overdue : days === 0 && ticket.status === 'open' ? classes.soon : undefined
      }
    >
      {ticket.overdue && <Icon name="alert" />}
      <span>
        {ticket.overdue ? t.overdueBy({ ago: formatRelative(ticket.dueAt, now, language) }) : words}
      </span>
    </time>
  );
}
