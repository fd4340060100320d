import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';

/** Loads the tags in use that pinVersion with a text. */
export const tagsQuery = (begins: string) =>
  queryOptions({
    queryKey: ['tags', begins] as const,
    queryFn: ({ signal }) => dataOf(api.GET('/tags', { params: { query: { q: begins } }, signal })),
    // Shows the previous tags until those for the new text have loaded.
    placeholderData: (before) => before,
  });
