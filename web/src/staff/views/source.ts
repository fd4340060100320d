import { encodeRefinement, refinementOf, unrefined } from '../filters/refinement';
import { firstQueue, type ListSource } from '../routes';
import type { View } from './queries';

/** Returns the list that a view describes. */
export function sourceOf(view: View, timeZone: string): ListSource {
  const saved = refinementOf(view.query, timeZone);
  const { q, queue = firstQueue } = view.query;
  return { ...(q ? { words: q } : { queue }), refinement: saved, view: { id: view.id, saved } };
}

/** Whether the filters or the order differ from those of the open view, or from the default if no view is open. */
export function isRefined({ refinement = unrefined, view }: ListSource): boolean {
  return encodeRefinement(refinement) !== encodeRefinement(view?.saved ?? unrefined);
}

/** Returns the parts in which two versions of a view differ. The order of the members of `query` does not matter. */
export function differences(before: View, after: View): ('name' | 'audience' | 'query' | 'columns')[] {
  const sorted = (query: View['query']) => JSON.stringify(Object.entries(query).sort());
  return [
    ...(before.name === after.name ? [] : (['name'] as const)),
    ...(before.audience === after.audience && before.departmentId === after.departmentId
      ? []
      : (['audience'] as const)),
    ...(sorted(before.query) === sorted(after.query) ? [] : (['query'] as const)),
    ...(before.columns.join() === after.columns.join() ? [] : (['columns'] as const)),
  ];
}
