import { queryOptions } from '@tanstack/react-query';
import { api, commas, dataOf } from '../../api/client';
import { listsKey } from '../../api/queries';
import type { ListState } from './listState';

const pageSize = 25;

export const ticketsQuery = ({ query, filter, scope, sort, cursor }: ListState) =>
  queryOptions({
    queryKey: [...listsKey, { query, filter, scope, sort, cursor }],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/tickets', {
          params: {
            query: {
              status: filter === 'active' ? ['open', 'waiting'] : [filter],
              scope,
              limit: pageSize,
              // A search has no `sort` parameter, because its results are always sorted newest first.
              ...(query ? { q: query } : { sort }),
              ...(cursor ? { cursor } : {}),
            },
          },
          querySerializer: commas,
          signal,
        }),
      ),
  });
