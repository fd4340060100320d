import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Language } from '../../i18n/language';

const staleTime = 5 * 60_000;

export const categoriesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['categories', language],
    queryFn: ({ signal }) => dataOf(api.GET('/categories', { params: { query: { language } }, signal })),
    staleTime,
  });

export const articlesQuery = (
  language: Language,
  filter: { category?: string; q?: string; limit?: number },
) =>
  queryOptions({
    queryKey: ['articles', language, filter],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/articles', { params: { query: { language, ...filter } }, signal })),
    staleTime,
  });

export const articleQuery = (language: Language, id: string) =>
  queryOptions({
    queryKey: ['article', language, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/articles/{id}', { params: { path: { id }, query: { language } }, signal })),
    staleTime,
  });
