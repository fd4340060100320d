import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';

export type View = Schemas['View'];

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => answer(api.GET('/views', { signal })),
  staleTime: 5 * 60_000,
});
