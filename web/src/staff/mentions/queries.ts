import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';

export type Mention = Schemas['Mention'];

export const mentionsQuery = infiniteQueryOptions({
  queryKey: ['mentions'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(api.GET('/mentions', { params: { query: { cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});
