import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { ticketQuery } from '../api/queries';

/** The query key begins with the key of the ticket, so that invalidating the ticket also invalidates its links. */
export const linksQuery = (number: string) =>
  queryOptions({
    queryKey: [...ticketQuery(number).queryKey, 'links'] as const,
    queryFn: ({ signal }) =>
      dataOf(api.GET('/tickets/{number}/links', { params: { path: { number } }, signal })),
  });
