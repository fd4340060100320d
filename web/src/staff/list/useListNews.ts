import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listsKey } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { useTexts } from '../texts';
import { fetchPage, type ListQuery, newsIn, renewed, type TicketPage } from './ticketList';

const every = 20_000;
const longest = 5 * 60_000;

/** Twice as long after each failure, so that a desk in trouble is not asked by every page at once. */
export function interval(failures: number): number {
  return Math.min(every * 2 ** failures, longest);
}

/**
 * Looks at the list's beginning while the page is visible: cards on the page are renewed in their places, counts follow, and
 * what is new is counted and said, but moves nothing until the person asks for it.
 */
export function useListNews(
  query: ListQuery,
  loaded: InfiniteData<TicketPage> | undefined,
  loadedAt: number,
): number {
  const t = useTexts().list;
  const client = useQueryClient();
  const { data: fresh } = useQuery({
    queryKey: ['list-news', query],
    queryFn: ({ signal }) => fetchPage(client, query, signal),
    enabled: loaded !== undefined,
    refetchInterval: ({ state }) => interval(state.fetchFailureCount),
    staleTime: every,
    retry: false,
    gcTime: 0,
  });
  useEffect(() => {
    if (!fresh) return;
    client.setQueryData<InfiniteData<TicketPage>>(
      [...listsKey, query],
      (data) => data && renewed(data, fresh.items),
      {
        updatedAt: loadedAt,
      },
    );
  }, [client, fresh, query, loadedAt]);
  const news = loaded && fresh ? newsIn(loaded, fresh.items, loadedAt) : 0;
  useEffect(() => {
    if (news > 0) announce(t.news({ count: news }));
  }, [news, t]);
  return news;
}
