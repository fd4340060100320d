import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';
import { asProblem, type Problem } from '../../api/problem';
import { listsKey, ticketQuery } from '../../api/queries';
import type { EntryDraft, SendMode } from './draft';

/** A request to add an entry, with the draft that it was made from. */
export interface Sending {
  entry: Schemas['NewEntry'];
  key: string;
  draft: EntryDraft;
  mode: SendMode;
}

interface SendEvents {
  onSucceeded: (sending: Sending) => void;
  onFailed: (problem: Problem) => void;
}

/** Sends an entry. The callbacks are called even when the component was unmounted meanwhile. */
export function useSendEntry(number: string, { onSucceeded, onFailed }: SendEvents) {
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
    // Also after a conflict, so that the thread shows the changes that the conflict lists.
    onSettled: () => void client.invalidateQueries({ queryKey }),
    onSuccess: (_, sending) => {
      void client.invalidateQueries({ queryKey: listsKey });
      onSucceeded(sending);
    },
    onError: (error) => onFailed(asProblem(error)),
  });
}
