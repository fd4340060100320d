import { refinementOf, unrefined, written } from '../filters/refinement';
import { firstQueue, type ListSource } from '../routes';
import type { View } from './queries';

/** The list that a view keeps. */
export function sourceOf(view: View, timeZone: string): ListSource {
  const kept = refinementOf(view.query, timeZone);
  const { q, queue = firstQueue } = view.query;
  return { ...(q ? { words: q } : { queue }), refinement: kept, view: { id: view.id, kept } };
}

/** Whether the person filters or sorts a list otherwise than its view does, or than a list without one would. */
export function isRefined({ refinement = unrefined, view }: ListSource): boolean {
  return written(refinement) !== written(view?.kept ?? unrefined);
}

/** What of a view is not as it was; queries are compared member by member, whatever their order. */
export function differences(before: View, now: View): ('name' | 'audience' | 'query' | 'columns')[] {
  const sorted = (query: View['query']) => JSON.stringify(Object.entries(query).sort());
  return [
    ...(before.name === now.name ? [] : (['name'] as const)),
    ...(before.audience === now.audience && before.departmentId === now.departmentId
      ? []
      : (['audience'] as const)),
    ...(sorted(before.query) === sorted(now.query) ? [] : (['query'] as const)),
    ...(before.columns.join() === now.columns.join() ? [] : (['columns'] as const)),
  ];
}
