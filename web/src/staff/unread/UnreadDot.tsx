import { usePerson } from '../../session/useSession';
import type { TicketCard } from '../list/ticketList';
import { isUnread, useReadMarks } from './readMarks';
import { useTexts } from './texts';
import classes from './UnreadDot.module.css';

/** Marks a ticket if its requester wrote after the person last read it on this device. */
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
