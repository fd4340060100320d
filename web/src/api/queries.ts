import { QueryClient, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client';
import { Problem } from './problem';

export type Ticket = Schemas['Ticket'];
export type Entry = Schemas['Entry'];
export type Action = Schemas['Action'];

const minute = 60_000;

/**
 * Creates the query client. Reads are retried only after temporary failures. Requests are sent even if the browser
 * reports that it is offline; otherwise they would wait without an error.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => error instanceof Problem && error.temporary && failures < 2,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** The prefix of the query keys of tickets and their parts. */
export const ticketKey = ['ticket'] as const;

export const ticketQuery = (number: string) =>
  queryOptions({
    queryKey: [...ticketKey, number],
    queryFn: ({ signal }) => dataOf(api.GET('/tickets/{number}', { params: { path: { number } }, signal })),
  });

/** The prefix of the query keys of ticket lists. */
export const listsKey = ['tickets'] as const;

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => dataOf(api.GET('/settings', { signal })),
  staleTime: 10 * minute,
});

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => dataOf(api.GET('/topics', { signal })),
  staleTime: 10 * minute,
});

export const entitiesQuery = queryOptions({
  queryKey: ['entities'],
  queryFn: ({ signal }) => dataOf(api.GET('/entities', { signal })),
  staleTime: 60 * minute,
});
