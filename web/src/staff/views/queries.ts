import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';

export type View = Schemas['View'];

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => dataOf(api.GET('/views', { signal })),
  staleTime: 5 * 60_000,
});
