import type { Ticket } from '../../api/queries';

/** What every dialog that changes a ticket receives. */
export interface DialogProps {
  ticket: Ticket;
  /** Called with the ticket as the server answered it. */
  onDone: (after: Ticket) => void;
  onClose: () => void;
}
