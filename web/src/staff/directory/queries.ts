import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { entitiesQuery } from '../../api/queries';

const minute = 60_000;

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => dataOf(api.GET('/agents', { signal })),
  // Agents become away or available during the day, so this data becomes stale after a minute: its next use reloads it.
  staleTime: minute,
});

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => dataOf(api.GET('/departments', { signal })),
  staleTime: 10 * minute,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => dataOf(api.GET('/teams', { signal })),
  staleTime: 10 * minute,
});

/** Returns the departments or teams that can be chosen: the active ones and the current choice. */
export function selectable<T extends { id: string; active: boolean }>(
  all: readonly T[],
  current?: string,
): T[] {
  return all.filter(({ id, active }) => active || id === current);
}

/**
 * Returns a function that names an entity. Until the names have loaded, it returns the code as words, which have about
 * the same length.
 */
export function useEntityName(): (code: Schemas['Entity']) => string {
  const { data } = useQuery(entitiesQuery);
  return (code) => data?.find(({ id }) => id === code)?.name ?? asWords(code);
}

function asWords(code: string): string {
  return code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
}
