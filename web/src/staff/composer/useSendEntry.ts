import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';
import { listsKey, ticketQuery } from '../../api/queries';
import type { EntryDraft, Send } from './draft';

interface Sending {
  entry: Schemas['NewEntry'];
  key: string;
  /** The draft as sent. */
  draft: EntryDraft;
  how: Send;
}

interface Outcomes {
  onSent: (sending: Sending) => void;
  onRefused: (error: Error) => void;
}

/** Sends an entry. The callbacks also run if the form was closed meanwhile. */
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
    // Also after a refusal, so that the thread shows the changes that caused it.
    onSettled: () => void client.invalidateQueries({ queryKey }),
    onSuccess: (_, sending) => {
      void client.invalidateQueries({ queryKey: listsKey });
      onSent(sending);
    },
    onError: onRefused,
  });
}
