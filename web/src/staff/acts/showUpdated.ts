import type { QueryClient } from '@tanstack/react-query';
import { listsKey, type Ticket, ticketQuery } from '../../api/queries';
import { moveCounts } from '../queues/counts';

/** Shows the ticket that an own act has changed: on its page, in the counts, and after a reload in the lists. */
export function showUpdated(client: QueryClient, before: Ticket, updated: Ticket): void {
  moveCounts(client, before.queues, updated.queues);
  client.setQueryData(ticketQuery(before.number).queryKey, updated);
  void client.invalidateQueries({ queryKey: listsKey });
}
