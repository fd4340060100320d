import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';

export type Ticket = Schemas['Ticket'];
export type Entry = Schemas['Entry'];
export type Action = Schemas['Action'];

export function ticketQuery(number: string) {
  return queryOptions({
    queryKey: ['ticket', number] as const,
    queryFn: ({ signal }) => answer(api.GET('/tickets/{number}', { params: { path: { number } }, signal })),
  });
}
