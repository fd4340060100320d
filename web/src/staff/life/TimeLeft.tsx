import type { Schemas } from '../../api/client';
import { useSettings } from '../../app/useSettings';
import { useLanguage } from '../../i18n/language';
import { isResolutionOverdue } from '../list/deadline';
import classes from './Life.module.css';
import { useLifeTexts } from './texts';
import { ago, workingTime } from './workingTime';

type Timed = Pick<Schemas['TicketCard'], 'status' | 'dueAt' | 'overdue' | 'workMinutesLeft'>;

const defaultDayMinutes = 9 * 60;

/**
 * Shows the working time until the resolution of a ticket is due, such as «Vence en 3 h hábiles», or how long
 * ago it was due.
 */
export function TimeLeft({ ticket }: { ticket: Timed }) {
  const text = useTimeLeft(ticket);
  if (!text) return null;
  return <span className={isResolutionOverdue(ticket) ? classes.late : classes.left}>{text}</span>;
}

function useTimeLeft(ticket: Timed): string | undefined {
  const { status, dueAt, workMinutesLeft } = ticket;
  const t = useLifeTexts().left;
  const language = useLanguage();
  const { settings } = useSettings();
  if (!dueAt) return undefined;
  // The date beside this text is already marked as overdue.
  if (isResolutionOverdue(ticket)) return ago(dueAt, Date.now(), language);
  if (workMinutesLeft === undefined) return undefined;
  const time = workingTime(workMinutesLeft, settings?.workDayMinutes ?? defaultDayMinutes, t);
  if (status === 'waiting') return t.paused({ time });
  return workMinutesLeft < 1 ? t.now : t.due({ time });
}
