import { type InfiniteData, replaceEqualDeep, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { listsKey } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { pollInterval } from '../../polling/pollInterval';
import { useTexts } from '../texts';
import { countNew, fetchPage, type Latest, type ListQuery, type TicketPage, withNewer } from './ticketList';

const nothing: Latest = { inOrder: [], byActivity: [] };

/**
 * Polls a list while the browser tab is visible; see pollInterval. The first poll follows one interval after the list
 * was loaded. It replaces loaded cards in place and updates the counts of the queues.
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
  const unchanged = useRef(0);
  const sort = loaded?.pages[0]?.sort;
  const newestFirst = sort === 'activity' || sort === 'created';
  const updatesKey = ['list-updates', query];
  const { data: latest } = useQuery({
    queryKey: updatesKey,
    queryFn: async ({ signal }): Promise<Latest> => {
      polls.current += 1;
      const before = client.getQueryData<Latest>(updatesKey) ?? nothing;
      const order = newestFirst || polls.current % 2 === 1 ? 'inOrder' : 'byActivity';
      const page = await fetchPage(
        client,
        order === 'inOrder' ? query : { ...query, sort: 'activity' },
        signal,
      );
      const items = replaceEqualDeep(before[order], page.items);
      unchanged.current = items === before[order] ? unchanged.current + 1 : 0;
      return { ...before, [order]: items };
    },
    enabled: loaded !== undefined,
    initialData: nothing,
    initialDataUpdatedAt: Date.now,
    refetchInterval: ({ state }) => pollInterval(unchanged.current, state.fetchFailureCount),
    staleTime: pollInterval(0, 0),
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
