import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, commas, dataOf, type Schemas } from '../../api/client';
import { listsKey } from '../../api/queries';
import type { operations } from '../../api/schema';
import { queryOf, unrefined } from '../filters/refinement';
import { storeCounts } from '../queues/counts';
import type { ListSource } from '../routes';

export type TicketCard = Schemas['TicketCard'];
export type TicketPage = Schemas['TicketPage'];
export type ListQuery = NonNullable<operations['list-tickets']['parameters']['query']>;

/** Returns the parameters of list-tickets for a source. Days are in the person's time zone. */
export function paramsOf(source: ListSource, timeZone: string): ListQuery {
  const refined = queryOf(source.refinement ?? unrefined, timeZone);
  return 'queue' in source ? { queue: source.queue, ...refined } : { q: source.words, ...refined };
}

export async function fetchPage(
  client: QueryClient,
  query: ListQuery,
  signal?: AbortSignal,
): Promise<TicketPage> {
  const requestedAt = Date.now();
  const page = await dataOf(api.GET('/tickets', { params: { query }, querySerializer: commas, signal }));
  if (page.counts) storeCounts(client, page.counts, requestedAt);
  return page;
}

/**
 * Loads a list page by page. The pages are not reloaded when the window gets the focus, so that rows do not move.
 * useListUpdates reports new tickets.
 */
export function useTicketList(query: ListQuery) {
  const client = useQueryClient();
  return useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: [...listsKey, query],
      queryFn: ({ pageParam, signal }) => fetchPage(client, { ...query, cursor: pageParam }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      refetchOnWindowFocus: false,
    }),
  );
}

/**
 * Returns the tickets of all pages. A ticket that moved between two requests may be on two pages. Only its first card
 * is used.
 */
export function ticketsOf(data: InfiniteData<TicketPage> | undefined): TicketCard[] {
  const cardsByNumber = new Map<string, TicketCard>();
  for (const page of data?.pages ?? []) {
    for (const card of page.items) if (!cardsByNumber.has(card.number)) cardsByNumber.set(card.number, card);
  }
  return [...cardsByNumber.values()];
}

/** Replaces cards with newer versions at the same position. Returns the same object if no version is newer. */
export function withNewer(
  data: InfiniteData<TicketPage>,
  latest: readonly TicketCard[],
): InfiniteData<TicketPage> {
  const newer = new Map(latest.map((card) => [card.number, card]));
  let changed = false;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((card) => {
      const update = newer.get(card.number);
      if (!update || update.version <= card.version) return card;
      changed = true;
      return update;
    }),
  }));
  return changed ? { ...data, pages } : data;
}

/** The first page of a list in its own order, and in the order of activity. */
export interface Latest {
  inOrder: readonly TicketCard[];
  byActivity: readonly TicketCard[];
}

/**
 * Returns the number of tickets that were created, or brought into the list by a change, after the list was loaded. If
 * the list has more pages, a changed ticket may be on one of them: it is only counted if it is on the first page.
 */
export function countNew(
  data: InfiniteData<TicketPage>,
  { inOrder, byActivity }: Latest,
  loadedAt: number,
): number {
  const shown = new Set(ticketsOf(data).map(({ number }) => number));
  const isLater = (at: string) => Date.parse(at) > loadedAt;
  const complete = data.pages.at(-1)?.next === null;
  const added = [
    ...inOrder.filter(({ updatedAt }) => isLater(updatedAt)),
    ...byActivity.filter(({ createdAt, updatedAt }) => isLater(complete ? updatedAt : createdAt)),
  ];
  return new Set(added.map(({ number }) => number).filter((number) => !shown.has(number))).size;
}
