import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem, type Problem } from '../../api/problem';
import { listsKey, ticketQuery } from '../../api/queries';
import type { EntryDraft, SendMode } from './draft';

/** A request to add an entry, with the draft from which it was created. */
export interface SendRequest {
  entry: Schemas['NewEntry'];
  key: string;
  draft: EntryDraft;
  mode: SendMode;
}

interface SendEvents {
  onSucceeded: (sending: SendRequest) => void;
  onFailed: (problem: Problem) => void;
}

/**
 * Returns the mutation that sends an entry. The callbacks are called even if the component was unmounted in the
 * meantime.
 */
export function useSendEntry(number: string, { onSucceeded, onFailed }: SendEvents) {
  const client = useQueryClient();
  const queryKey = ticketQuery(number).queryKey;
  return useMutation({
    mutationFn: ({ entry, key }: SendRequest) =>
      dataOf(
        api.POST('/tickets/{number}/entries', {
          params: { path: { number }, header: { 'Idempotency-Key': key } },
          body: entry,
        }),
      ),
    // The ticket is reloaded after a conflict too, so that the thread contains the changes that the conflict lists.
    onSettled: () => void client.invalidateQueries({ queryKey }),
    onSuccess: (_, sending) => {
      void client.invalidateQueries({ queryKey: listsKey });
      onSucceeded(sending);
    },
    onError: (error) => onFailed(asProblem(error)),
  });
}
