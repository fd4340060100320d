import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, dataOf } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { mentions } from '../../design/richtext/mentionHtml';
import { pollInterval } from '../../polling/pollInterval';
import { usePerson } from '../../session/useSession';
import { countsKey, countsQuery } from '../queues/counts';
import { mentionsQuery } from './queries';

/**
 * Marks the mentions in the shown ticket as read. A mention is counted shortly after its note is added, so marking is
 * repeated when the number of unread mentions or the ticket's version changes.
 */
export function useReadMention(ticket: Ticket): void {
  const { id } = usePerson();
  const client = useQueryClient();
  const { number, version, entries } = ticket;
  const mentioned = entries.some(
    ({ kind, author, body }) => kind === 'note' && author.id !== id && mentions(body, id),
  );
  const { data: counts } = useQuery({
    ...countsQuery,
    enabled: mentioned,
    refetchInterval: pollInterval(0, 0),
  });
  const unread = counts?.mentions ?? 0;
  useEffect(() => {
    if (!mentioned || unread === 0) return;
    const stop = new AbortController();
    dataOf(
      api.PUT('/tickets/{number}/mention', {
        params: { path: { number } },
        body: { version },
        signal: stop.signal,
      }),
    )
      .then(() => {
        void client.invalidateQueries({ queryKey: countsKey });
        void client.invalidateQueries({ queryKey: mentionsQuery.queryKey });
      })
      .catch(() => undefined); // The mention stays unread until the next attempt.
    return () => stop.abort();
  }, [client, mentioned, unread, number, version]);
}
