import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';
import { entitiesQuery } from '../../api/queries';

const minute = 60_000;

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => answer(api.GET('/agents', { signal })),
  // Someone goes away or comes back during the day.
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

/** The name of an entity's code; the code itself until the names have arrived. */
export function useEntityName(): (code: Schemas['Entity']) => string {
  const { data } = useQuery(entitiesQuery);
  return (code) => data?.find(({ id }) => id === code)?.name ?? code;
}
