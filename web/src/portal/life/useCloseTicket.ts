import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { listsKey, ticketQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { sessionQuery } from '../../session/sessionQuery';
import { useLifeTexts } from './texts';

/** Returns the mutation that closes a ticket without a reply, for «Mi problema está resuelto» (F3). */
export function useCloseTicket({ number, version }: Schemas['Ticket']) {
  const t = useLifeTexts().close;
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      dataOf(
        api.PATCH('/tickets/{number}', {
          params: { path: { number } },
          body: { status: 'closed', version },
        }),
      ),
    onSuccess: (updated) => {
      announce(t.done);
      client.setQueryData(ticketQuery(number).queryKey, updated);
      void client.invalidateQueries({ queryKey: listsKey });
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
    // The ticket is reloaded, so that after a conflict the person can retry with the current version.
    onError: () => client.invalidateQueries({ queryKey: ticketQuery(number).queryKey }),
  });
}
