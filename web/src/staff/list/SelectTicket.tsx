import { useTexts } from '../texts';
import classes from './SelectTicket.module.css';
import type { Selection } from './selection';
import type { TicketCard } from './ticketList';

interface SelectTicketProps {
  ticket: TicketCard;
  selection: Selection;
}

/** A checkbox that selects a ticket. With Shift it selects the range from the last toggled ticket. */
export function SelectTicket({ ticket, selection }: SelectTicketProps) {
  const t = useTexts().list;
  return (
    <label className={classes.box}>
      <span className="visually-hidden">{t.pick({ number: ticket.number })}</span>
      <input
        type="checkbox"
        checked={selection.picked.has(ticket.number)}
        onChange={(event) => selection.toggle(ticket, (event.nativeEvent as MouseEvent).shiftKey === true)}
      />
    </label>
  );
}

interface SelectAllTicketsProps {
  tickets: readonly TicketCard[];
  selection: Selection;
  /** Whether the label is shown, because no table header explains the checkbox. */
  labelled?: boolean;
}

export function SelectAllTickets({ tickets, selection, labelled = false }: SelectAllTicketsProps) {
  const t = useTexts().list;
  const all = tickets.every(({ number }) => selection.picked.has(number));
  const some = tickets.some(({ number }) => selection.picked.has(number));
  return (
    <label className={labelled ? classes.all : classes.box}>
      <input
        type="checkbox"
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = some && !all;
        }}
        onChange={() => selection.set(tickets, !all)}
      />
      <span className={labelled ? undefined : 'visually-hidden'}>{t.pickAll}</span>
    </label>
  );
}
