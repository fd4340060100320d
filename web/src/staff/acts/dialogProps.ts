import type { Ticket } from '../../api/queries';

/** The properties of every dialog that changes a ticket. */
export interface DialogProps {
  ticket: Ticket;
  /** Called with the ticket that the server returned. */
  onDone: (updated: Ticket) => void;
  onClose: () => void;
}
