import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, commas, dataOf, type Schemas } from '../../api/client';
import type { Choice } from '../../design/control/SelectField';
import type { ServerSearch } from '../../design/search/ServerSearch';
import { useDebounced } from '../../design/search/useDebounced';

type Organization = Pick<Schemas['Organization'], 'id' | 'name'>;

const staleTime = 600_000;

/** The maximum number of identifiers of a request in the contract. */
const maxIds = 100;

/** The pause in typing after which the search is sent, in milliseconds. */
const typingPause = 250;

/** Loads the first page of the organizations whose name has a text at the beginning of a word. */
const organizationsQuery = (text: string) =>
  queryOptions({
    queryKey: ['organizations', 'page', text],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/organizations', { params: { query: text ? { q: text } : {} }, signal })),
    placeholderData: keepPreviousData,
    staleTime,
  });

/** Loads organizations by identifier. While it loads, it returns the organizations of the previous identifiers. */
const organizationNamesQuery = (ids: readonly string[]) => {
  const distinct = [...new Set(ids)].sort();
  return queryOptions({
    queryKey: ['organizations', 'names', distinct],
    queryFn: async ({ signal }) => {
      const requests = chunksOf(distinct, maxIds).map((chunk) =>
        dataOf(
          api.GET('/organizations', { params: { query: { ids: chunk } }, querySerializer: commas, signal }),
        ),
      );
      return (await Promise.all(requests)).flatMap(({ items }) => items);
    },
    placeholderData: keepPreviousData,
    staleTime,
  });
};

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

/**
 * Returns the organizations with these identifiers. The name is «…» while it loads, and the identifier if it is unknown
 * or could not be loaded.
 */
export function useOrganizationNames(ids: readonly string[]) {
  const query = useQuery(organizationNamesQuery(ids));
  const { data, error, refetch } = query;
  const loading = query.isPending || query.isPlaceholderData;
  const organizations = [...new Set(ids)].map(
    (id): Organization => data?.find((item) => item.id === id) ?? { id, name: loading ? '…' : id },
  );
  return { organizations, error, refetch };
}

export interface OrganizationChoices {
  /** The organizations that were found, and the selected ones. */
  choices: readonly Choice[];
  queries: readonly UseQueryResult<unknown>[];
  /** Undefined if the choices are all organizations. */
  search: ServerSearch | undefined;
}

/** Returns the organizations to choose from. A desk can have thousands, so the server searches them. */
export function useOrganizations(selected: readonly string[]): OrganizationChoices {
  const [typed, setTyped] = useState('');
  const all = useQuery(organizationsQuery(''));
  const found = useQuery(organizationsQuery(useDebounced(typed.trim(), typingPause)));
  const chosen = useOrganizationNames(selected);
  const search: ServerSearch = {
    typed,
    onTyped: setTyped,
    more: Boolean(found.data?.next),
    error: found.error ?? chosen.error,
    retry: () => {
      if (found.error) void found.refetch();
      if (chosen.error) void chosen.refetch();
    },
  };
  return {
    choices: choicesOf(found.data?.items ?? [], chosen.organizations),
    queries: [all],
    search: all.data?.next ? search : undefined,
  };
}

/** Returns the found organizations, and the selected ones that were not found. */
export function choicesOf(found: readonly Organization[], selected: readonly Organization[]): Choice[] {
  const others = selected.filter(({ id }) => !found.some((item) => item.id === id));
  return [...found, ...others].map(({ id, name }) => ({ value: id, label: name }));
}
