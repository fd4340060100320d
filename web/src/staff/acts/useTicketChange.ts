import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { listsKey, type Ticket, ticketQuery } from '../../api/queries';
import { usePerson } from '../../session/useSession';
import { versionToSend } from '../conflict/version';

export type Change = Omit<Schemas['TicketChange'], 'version'>;

/**
 * Changes a ticket. The change is based on the version that was shown when `begin` was called, or else when the change
 * is sent. After a conflict, the next attempt is based on the version in the refusal.
 */
export function useTicketChange(ticket: Ticket, onDone?: (after: Ticket) => void) {
  const client = useQueryClient();
  const { id } = usePerson();
  const [baseVersion, setBaseVersion] = useState<number>();
  const { number } = ticket;
  const change = useMutation({
    mutationFn: (part: Change) =>
      answer(
        api.PATCH('/tickets/{number}', {
          params: { path: { number } },
          body: { ...part, version: versionToSend(ticket, baseVersion, id) },
        }),
      ),
    onSuccess: (after) => {
      setBaseVersion(undefined);
      client.setQueryData(ticketQuery(number).queryKey, after);
      void client.invalidateQueries({ queryKey: listsKey });
      onDone?.(after);
    },
    onError: (error) => {
      const { status, version } = asProblem(error);
      if (version !== undefined) setBaseVersion(version);
      if (status === 409 || status === 404) {
        void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
      }
    },
  });
  return { ...change, begin: () => setBaseVersion((before) => before ?? ticket.version) };
}
