import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Language } from '../../i18n/language';

const staleTime = 5 * 60_000;

export const categoriesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['categories', language],
    queryFn: ({ signal }) => answer(api.GET('/categories', { params: { query: { language } }, signal })),
    staleTime,
  });

export const articlesQuery = (language: Language, find: { category?: string; q?: string; limit?: number }) =>
  queryOptions({
    queryKey: ['articles', language, find],
    queryFn: ({ signal }) =>
      answer(api.GET('/articles', { params: { query: { language, ...find } }, signal })),
    staleTime,
  });

export const articleQuery = (language: Language, id: string) =>
  queryOptions({
    queryKey: ['article', language, id],
    queryFn: ({ signal }) =>
      answer(api.GET('/articles/{id}', { params: { path: { id }, query: { language } }, signal })),
    staleTime,
  });
