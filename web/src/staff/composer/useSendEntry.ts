import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';
import { listsKey, ticketQuery } from '../../api/queries';
import type { EntryDraft, Send } from './draft';

interface Sending {
  entry: Schemas['NewEntry'];
  key: string;
  /** The draft as it was sent, and what was meant by it. */
  draft: EntryDraft;
  how: Send;
}

interface Outcomes {
  onSent: (sending: Sending) => void;
  onRefused: (error: Error) => void;
}

/** Both outcomes are told even when the form has gone meanwhile. */
export function useSendEntry(number: string, { onSent, onRefused }: Outcomes) {
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
    onSettled: () => void client.invalidateQueries({ queryKey }),
    onSuccess: (_, sending) => {
      void client.invalidateQueries({ queryKey: listsKey });
      onSent(sending);
    },
    onError: onRefused,
  });
}
