import type { Schemas } from '../../api/client';
import { Stars } from '../../rating/Stars';
import classes from './Life.module.css';
import { useLifeTexts } from './texts';

/**
 * Shows below the deadline of a ticket in a list what is due, if it is the first response, then who the ticket
 * waits for, and its rating.
 */
export function CardLife({ ticket }: { ticket: Schemas['TicketCard'] }) {
  const t = useLifeTexts();
  return (
    <span className={classes.card}>
      {ticket.nextDeadline?.for === 'first-response' && (
        <span className={classes.left}>{t.firstResponse.name}</span>
      )}
      {ticket.waitingFor && <span className={classes.left}>{t.wait.brief[ticket.waitingFor]}</span>}
      {ticket.score !== undefined && <Stars score={ticket.score} brief />}
    </span>
  );
}
