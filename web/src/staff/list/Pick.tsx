import { useTexts } from '../texts';
import classes from './Pick.module.css';
import type { Selection } from './selection';
import type { TicketCard } from './ticketList';

interface PickProps {
  ticket: TicketCard;
  selection: Selection;
}

/** A checkbox that selects a ticket. With Shift it selects the range from the last toggled ticket. */
export function Pick({ ticket, selection }: PickProps) {
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

interface PickAllProps {
  tickets: readonly TicketCard[];
  selection: Selection;
  /** Whether the label is shown, because no table header explains the checkbox. */
  named?: boolean;
}

export function PickAll({ tickets, selection, named = false }: PickAllProps) {
  const t = useTexts().list;
  const all = tickets.every(({ number }) => selection.picked.has(number));
  const some = tickets.some(({ number }) => selection.picked.has(number));
  return (
    <label className={named ? classes.all : classes.box}>
      <input
        type="checkbox"
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = some && !all;
        }}
        onChange={() => selection.set(tickets, !all)}
      />
      <span className={named ? undefined : 'visually-hidden'}>{t.pickAll}</span>
    </label>
  );
}
