import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

/** Tags in use that begin so. */
export const tagsQuery = (begins: string) =>
  queryOptions({
    queryKey: ['tags', begins] as const,
    queryFn: ({ signal }) => answer(api.GET('/tags', { params: { query: { q: begins } }, signal })),
    // The list stays while the next letter is typed.
    placeholderData: (before) => before,
  });
