import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';

/** Loads the tags in use that start with a prefix. */
export const tagsQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['tags', prefix] as const,
    queryFn: ({ signal }) => dataOf(api.GET('/tags', { params: { query: { q: prefix } }, signal })),
    // Shows the previous tags until the tags for the new prefix have loaded.
    placeholderData: (previous) => previous,
  });
