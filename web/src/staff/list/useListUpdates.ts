import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listsKey } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { useTexts } from '../texts';
import { countNew, fetchPage, type ListQuery, type TicketPage, withNewer } from './ticketList';

const baseInterval = 20_000;
const maxInterval = 5 * 60_000;

/**
 * Returns the milliseconds until the next request. The interval is doubled after each failure, so that a failing server
 * receives fewer requests.
 */
export function interval(failures: number): number {
  return Math.min(baseInterval * 2 ** failures, maxInterval);
}

/**
 * Polls the first page of a list while the browser tab is visible. It replaces loaded cards in place and updates the
 * counts of the queues. It only counts and announces new tickets, which appear when the person requests them. Returns
 * their number.
 */
export function useListUpdates(
  query: ListQuery,
  loaded: InfiniteData<TicketPage> | undefined,
  loadedAt: number,
): number {
  const t = useTexts().list;
  const client = useQueryClient();
  const { data: latest } = useQuery({
    queryKey: ['list-updates', query],
    queryFn: ({ signal }) => fetchPage(client, query, signal),
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
      (data) => data && withNewer(data, latest.items),
      {
        updatedAt: loadedAt,
      },
    );
  }, [client, latest, query, loadedAt]);
  const newTickets = loaded && latest ? countNew(loaded, latest.items, loadedAt) : 0;
  useEffect(() => {
    if (newTickets > 0) announce(t.newTickets({ count: newTickets }));
  }, [newTickets, t]);
  return newTickets;
}
