import type { Schemas } from '../../api/client';
import { Icon } from '../../design/icon/Icon';
import { Stars } from '../../rating/Stars';
import classes from './Life.module.css';
import { useLifeTexts } from './texts';

/** Shows who a ticket in a list waits for, whether its first response is overdue, and its rating. */
export function CardLife({ ticket }: { ticket: Schemas['TicketCard'] }) {
  const t = useLifeTexts();
  return (
    <span className={classes.card}>
      {ticket.waitingFor && <span className={classes.left}>{t.wait.brief[ticket.waitingFor]}</span>}
      {ticket.firstResponse?.state === 'missed' && (
        <span className={classes.late}>
          <Icon name="reply" /> {t.firstResponse.missedBrief}
        </span>
      )}
      {ticket.score !== undefined && <Stars score={ticket.score} brief />}
    </span>
  );
}
