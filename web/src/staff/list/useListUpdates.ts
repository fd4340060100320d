import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { listsKey } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { useTexts } from '../texts';
import { countNew, fetchPage, type Latest, type ListQuery, type TicketPage, withNewer } from './ticketList';

const baseInterval = 20_000;
const maxInterval = 5 * 60_000;

/**
 * Returns the milliseconds until the next request. The interval is doubled after each failure, so that a failing server
 * receives fewer requests.
 */
export function interval(failures: number): number {
  return Math.min(baseInterval * 2 ** failures, maxInterval);
}

const nothing: Latest = { inOrder: [], byActivity: [] };

/**
 * Polls a list while the browser tab is visible. It replaces loaded cards in place and updates the counts of the queues.
 * It only counts and announces new tickets, which appear when the person requests them. Returns their number.
 *
 * In an order in which new tickets are not at the top, every second poll requests the order of activity instead. So new
 * tickets are found without more requests.
 */
export function useListUpdates(
  query: ListQuery,
  loaded: InfiniteData<TicketPage> | undefined,
  loadedAt: number,
): number {
  const t = useTexts().list;
  const client = useQueryClient();
  const polls = useRef(0);
  const sort = loaded?.pages[0]?.sort;
  const newestFirst = sort === 'activity' || sort === 'created';
  const updatesKey = ['list-updates', query];
  const { data: latest } = useQuery({
    queryKey: updatesKey,
    queryFn: async ({ signal }): Promise<Latest> => {
      polls.current += 1;
      const before = client.getQueryData<Latest>(updatesKey) ?? nothing;
      if (newestFirst || polls.current % 2 === 1)
        return { ...before, inOrder: (await fetchPage(client, query, signal)).items };
      return {
        ...before,
        byActivity: (await fetchPage(client, { ...query, sort: 'activity' }, signal)).items,
      };
    },
    enabled: loaded !== undefined,
    refetchInterval: ({ state }) => interval(state.fetchFailureCount),
    staleTime: baseInterval,
    retry: false,
    gcTime: 0,
  });
  useEffect(() => {
    if (!latest) return;
    client.setQueryData<InfiniteData<TicketPage>>(
      [...listsKey, query],
      (data) => data && withNewer(withNewer(data, latest.inOrder), latest.byActivity),
      {
        updatedAt: loadedAt,
      },
    );
  }, [client, latest, query, loadedAt]);
  const newTickets = loaded && latest ? countNew(loaded, latest, loadedAt) : 0;
  useEffect(() => {
    if (newTickets > 0) announce(t.newTickets({ count: newTickets }));
  }, [newTickets, t]);
  return newTickets;
}
