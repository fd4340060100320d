import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';

export type Canned = Schemas['CannedResponse'];

export const cannedQuery = queryOptions({
  queryKey: ['canned-responses'],
  queryFn: ({ signal }) => dataOf(api.GET('/canned-responses', { signal })),
  staleTime: 5 * 60_000,
});
