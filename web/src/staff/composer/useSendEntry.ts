import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';
import { listsKey, ticketQuery } from '../../api/queries';

interface Sending {
  entry: Schemas['NewEntry'];
  key: string;
}

export function useSendEntry(number: string) {
  const client = useQueryClient();
  const queryKey = ticketQuery(number).queryKey;
  return useMutation({
    mutationFn: ({ entry, key }: Sending) =>
      answer(
        api.POST('/tickets/{number}/entries', {
          params: { path: { number }, header: { 'Idempotency-Key': key } },
          body: entry,
        }),
      ),
    // Also after a refusal: what the thread shows is what the refusal spoke of.
    onSettled: () => client.invalidateQueries({ queryKey }),
    onSuccess: () => void client.invalidateQueries({ queryKey: listsKey }),
  });
}
