import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

export const ticketQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => answer(api.GET('/tickets/{number}', { params: { path: { number } }, signal })),
  });
