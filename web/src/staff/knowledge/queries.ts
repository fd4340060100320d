import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { type Language, useLanguage } from '../../i18n/language';

export type ArticleDraft = Schemas['ArticleDraft'];
export type ArticleDraftCard = Schemas['ArticleDraftCard'];
export type Category = Schemas['Category'];

export const categoriesKey = ['categories'] as const;

export const categoriesQuery = (language: Language) =>
  queryOptions({
    queryKey: [...categoriesKey, language],
    queryFn: ({ signal }) => dataOf(api.GET('/categories', { params: { query: { language } }, signal })),
    staleTime: 60_000,
  });

export const articleDraftsKey = ['article-drafts'] as const;

export const articleDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['article-draft', id],
    queryFn: ({ signal }) => dataOf(api.GET('/article-drafts/{id}', { params: { path: { id } }, signal })),
    // The article is never reloaded in the background. Changes by others cause a conflict when saving.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['article-version', id, number],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/articles/{id}/versions/{number}', { params: { path: { id, number } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Returns a function that invalidates the article lists after a change. */
export function useInvalidateLists(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: articleDraftsKey });
}

/** Returns a function that picks a title: in the page's language, in the other language, or else the fallback. */
export function useTitleOf(): (titles: Schemas['ArticleTitles'], fallback: string) => string {
  const language = useLanguage();
  return (titles, fallback) => titles[language] || titles.es || titles.en || fallback;
}
