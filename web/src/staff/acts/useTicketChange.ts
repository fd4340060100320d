import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { listsKey, type Ticket, ticketQuery } from '../../api/queries';
import { usePerson } from '../../session/useSession';
import { versionToSend } from '../conflict/version';

export type Change = Omit<Schemas['TicketChange'], 'version'>;

/**
 * Changes a ticket. The change is based on the version that was shown when `pinVersion` was called, or else when the change
 * is sent. After a conflict, the next attempt is based on the version in the refusal.
 */
export function useTicketChange(ticket: Ticket, onDone?: (updated: Ticket) => void) {
  const client = useQueryClient();
  const { id } = usePerson();
  const [baseVersion, setBaseVersion] = useState<number>();
  const { number } = ticket;
  const change = useMutation({
    mutationFn: (changes: Change) =>
      dataOf(
        api.PATCH('/tickets/{number}', {
          params: { path: { number } },
          body: { ...changes, version: versionToSend(ticket, baseVersion, id) },
        }),
      ),
    onSuccess: (updated) => {
      setBaseVersion(undefined);
      client.setQueryData(ticketQuery(number).queryKey, updated);
      void client.invalidateQueries({ queryKey: listsKey });
      onDone?.(updated);
    },
    onError: (error) => {
      const { status, version } = asProblem(error);
      if (version !== undefined) setBaseVersion(version);
      if (status === 409 || status === 404) {
        void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
      }
    },
  });
  return { ...change, pinVersion: () => setBaseVersion((before) => before ?? ticket.version) };
}
