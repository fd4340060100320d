import { usePerson } from '../../session/useSession';
import type { TicketCard } from '../list/ticketList';
import { isUnread, useReadMarks } from './readMarks';
import { useTexts } from './texts';
import classes from './UnreadDot.module.css';

/** Marks a ticket with a message that the person has not read on this device and that has no response (H8). */
export function UnreadDot({ ticket }: { ticket: TicketCard }) {
  const t = useTexts();
  const read = useReadMarks(usePerson().id);
  if (!isUnread(ticket, read)) return null;
  return (
    <span className={classes.dot} title={t.unread}>
      <span className="visually-hidden">{t.unread}. </span>
    </span>
  );
}
