import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';

export type Mention = Schemas['Mention'];

export const mentionsQuery = infiniteQueryOptions({
  queryKey: ['mentions'],
  queryFn: ({ pageParam, signal }) =>
    answer(api.GET('/mentions', { params: { query: { cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});
