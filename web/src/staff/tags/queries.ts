import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

/** The tags in use that begin with a text. */
export const tagsQuery = (begins: string) =>
  queryOptions({
    queryKey: ['tags', begins] as const,
    queryFn: ({ signal }) => answer(api.GET('/tags', { params: { query: { q: begins } }, signal })),
    // Keeps the list while the next letter is typed.
    placeholderData: (before) => before,
  });
