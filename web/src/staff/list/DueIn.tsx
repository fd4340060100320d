import { formatDateTime } from '../../design/dates/format';
import { daysAway, formatRelative } from '../../design/dates/relative';
import { Icon } from '../../design/icon/Icon';
import { useLanguage } from '../../i18n/language';
import { useTimeZone } from '../../session/useSession';
import { useTexts } from '../texts';
import classes from './Due.module.css';
import { shownDeadline } from './deadline';
import type { TicketCard } from './ticketList';

/**
 * Shows the next deadline of a ticket in short form, such as «mañana, 18:00», or the deadline of an attended
 * ticket. The tooltip shows the full date.
 */
export function DueIn({ ticket }: { ticket: TicketCard }) {
  const t = useTexts().due;
  const language = useLanguage();
  const timeZone = useTimeZone();
  const at = shownDeadline(ticket);
  if (!at) return <span className={classes.none}>{t.none}</span>;
  const now = Date.now();
  const full = formatDateTime(at, language, timeZone);
  const [, clock = ''] = full.split(', ');
  const days = daysAway(at, now, timeZone);
  const words =
    days === 0
      ? t.todayAt({ clock })
      : days === 1
        ? t.tomorrowAt({ clock })
        : formatRelative(at, now, language);
  return (
    <time
      dateTime={at}
      title={full}
      className={
        ticket.overdue ? classes.overdue : days === 0 && ticket.status === 'open' ? classes.soon : undefined
      }
    >
      {ticket.overdue && <Icon name="alert" />}
      <span>{ticket.overdue ? t.overdueBy({ ago: formatRelative(at, now, language) }) : words}</span>
    </time>
  );
}
