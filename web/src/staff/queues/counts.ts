import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { firstQueue } from '../routes';

export type Counts = NonNullable<Schemas['TicketPage']['counts']>;

export const countsKey = ['counts'] as const;

/**
 * Loads the counts of the queues. List responses also include the counts and update this cache, so this request is only
 * for pages without a list.
 */
export const countsQuery = queryOptions({
  queryKey: countsKey,
  queryFn: async ({ signal }): Promise<Counts> => {
    const query = { queue: firstQueue, limit: 1 };
    const page = await dataOf(api.GET('/tickets', { params: { query }, signal }));
    return page.counts ?? {};
  },
});
