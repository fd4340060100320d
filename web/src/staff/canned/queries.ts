import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';

export type Canned = Schemas['CannedResponse'];

export const cannedQuery = queryOptions({
  queryKey: ['canned-responses'],
  queryFn: ({ signal }) => answer(api.GET('/canned-responses', { signal })),
  staleTime: 5 * 60_000,
});
