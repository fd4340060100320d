import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';
import { entitiesQuery } from '../../api/queries';

const minute = 60_000;

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => answer(api.GET('/agents', { signal })),
  // Agents become away or available during the day.
  staleTime: minute,
});

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => answer(api.GET('/departments', { signal })),
  staleTime: 10 * minute,
});

export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) => answer(api.GET('/organizations', { signal })),
  staleTime: 10 * minute,
});

/** Names an entity; until the names have loaded, the code as words, which are about as long. */
export function useEntityName(): (code: Schemas['Entity']) => string {
  const { data } = useQuery(entitiesQuery);
  return (code) => data?.find(({ id }) => id === code)?.name ?? asWords(code);
}

function asWords(code: string): string {
  return code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
}
