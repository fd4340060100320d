import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { ticketQuery } from '../api/queries';

/** Below the ticket's own key, so that whatever makes the ticket old makes these old. */
export const linksQuery = (number: string) =>
  queryOptions({
    queryKey: [...ticketQuery(number).queryKey, 'links'] as const,
    queryFn: ({ signal }) =>
      answer(api.GET('/tickets/{number}/links', { params: { path: { number } }, signal })),
  });
