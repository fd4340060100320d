import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';
import { countsKey } from '../queues/counts';
import type { ListSource } from '../routes';

export type TicketCard = Schemas['TicketCard'];
export type TicketPage = Schemas['TicketPage'];
export type StatusFilter = Schemas['StatusFilter'];

export const listsKey = ['tickets'] as const;

const every = 30_000;

/** A refresh asks for each page that is shown again, so long lists are refreshed less often. */
export function refreshInterval(pages: number): number {
  return every * Math.max(1, pages);
}

export function ticketListQuery(client: QueryClient, source: ListSource, status: StatusFilter) {
  const filter = 'queue' in source ? { queue: source.queue } : { q: source.words, status };
  return infiniteQueryOptions({
    queryKey: [...listsKey, filter],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, cursor: pageParam };
      const page = await answer(api.GET('/tickets', { params: { query }, signal }));
      if (page.counts) client.setQueryData(countsKey, page.counts);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) => refreshInterval(query.state.data?.pages.length ?? 1),
  });
}

export function useTicketList(source: ListSource, status: StatusFilter) {
  return useInfiniteQuery(ticketListQuery(useQueryClient(), source, status));
}

/** A ticket that moved between two requests comes on two pages; it is shown once, where it stands first. */
export function ticketsOf(data: InfiniteData<TicketPage> | undefined): TicketCard[] {
  const found = new Map<string, TicketCard>();
  for (const page of data?.pages ?? []) {
    for (const card of page.items) if (!found.has(card.number)) found.set(card.number, card);
  }
  return [...found.values()];
}
