import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { type Ticket, ticketQuery } from '../../api/queries';
import { useBaseVersion } from '../conflict/useBaseVersion';
import { showUpdated } from './showUpdated';

export type Change = Omit<Schemas['TicketChange'], 'version'>;

/**
 * Changes a ticket. The change is based on the version that was shown when `pinVersion` was called or, if `pinned`, when
 * the component was mounted. After a conflict, the next attempt is based on the version in the refusal.
 */
export function useTicketChange(ticket: Ticket, onDone?: (updated: Ticket) => void, pinned = false) {
  const client = useQueryClient();
  const base = useBaseVersion(ticket, pinned);
  const { number } = ticket;
  const change = useMutation({
    mutationFn: (changes: Change) =>
      dataOf(
        api.PATCH('/tickets/{number}', {
          params: { path: { number } },
          body: { ...changes, version: base.current() },
        }),
      ),
    onSuccess: (updated) => {
      base.unpin();
      showUpdated(client, ticket, updated);
      onDone?.(updated);
    },
    onError: (error) => {
      const { status } = asProblem(error);
      base.rebase(error);
      if (status === 409 || status === 404) {
        void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
      }
    },
  });
  return { ...change, pinVersion: base.pin };
}
