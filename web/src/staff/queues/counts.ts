import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { firstQueue, type Queue } from '../routes';

export type Counts = NonNullable<Schemas['TicketPage']['counts']>;

export const countsKey = ['counts'] as const;
const lastActKey = ['last-act'] as const;

/** The time in milliseconds after which the server's counters include an act. */
const settling = 10_000;

/**
 * Returns the counts to show after a response. If the person has acted just before the request, the response may not
 * count the act yet. The moved counts then remain until the next response.
 */
function settled(client: QueryClient, counts: Counts, requestedAt: number): Counts {
  const actedAt = client.getQueryData<number>(lastActKey) ?? 0;
  const shown = client.getQueryData<Counts>(countsKey);
  if (!shown || requestedAt > actedAt + settling) return counts;
  return { ...shown, mentions: counts.mentions ?? 0 };
}

/** Shows the counts of a response. */
export function storeCounts(client: QueryClient, counts: Counts, requestedAt: number): void {
  client.setQueryData(countsKey, settled(client, counts, requestedAt));
}

/** Records that an own act has succeeded. Must be called at once, if moveCounts is called later. */
export function recordAct(client: QueryClient): void {
  client.setQueryData(lastActKey, Date.now());
}

/** Moves the counts by the effect of an own act at once, because the server's counters follow seconds later. */
export function moveCounts(
  client: QueryClient,
  before: readonly Queue[] = [],
  after: readonly Queue[] = [],
): void {
  const left = before.filter((queue) => !after.includes(queue));
  const joined = after.filter((queue) => !before.includes(queue));
  if (left.length + joined.length === 0) return;
  recordAct(client);
  client.setQueryData<Counts>(countsKey, (counts) => {
    if (!counts) return undefined;
    const moved = { ...counts };
    for (const queue of left) moved[queue] = Math.max(0, (moved[queue] ?? 0) - 1);
    for (const queue of joined) moved[queue] = (moved[queue] ?? 0) + 1;
    return moved;
  });
}

/**
 * Loads the counts of the queues. List responses also include the counts and update this cache, so this request is only
 * for pages without a list.
 */
export const countsQuery = queryOptions({
  queryKey: countsKey,
  queryFn: async ({ client, signal }): Promise<Counts> => {
    const query = { queue: firstQueue, limit: 1 };
    const requestedAt = Date.now();
    const page = await dataOf(api.GET('/tickets', { params: { query }, signal }));
    return settled(client, page.counts ?? {}, requestedAt);
  },
});
