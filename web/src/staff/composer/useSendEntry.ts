import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem, type Problem } from '../../api/problem';
import { listsKey, ticketQuery } from '../../api/queries';
import { moveCounts, recordAct } from '../queues/counts';
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
    onSuccess: (_, sending) => {
      const before = client.getQueryData(queryKey);
      recordAct(client);
      void client
        .invalidateQueries({ queryKey, refetchType: 'all' })
        .then(() => moveCounts(client, before?.queues, client.getQueryData(queryKey)?.queues));
      void client.invalidateQueries({ queryKey: listsKey });
      onSucceeded(sending);
    },
    onError: (error) => {
      // After a conflict, the reloaded thread contains the changes that the conflict lists.
      void client.invalidateQueries({ queryKey });
      onFailed(asProblem(error));
    },
  });
}
