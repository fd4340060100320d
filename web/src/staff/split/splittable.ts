import type { Entry } from '../../api/queries';

/** Returns the entries that can be split off: all but events and entries that were already copied to another ticket. */
export function splittable(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ kind, movedTo }) => kind !== 'event' && !movedTo);
}

/**
 * Validates the selected entries. Returns `none` if no entry is selected, and `unseen` if the requester would see none of
 * them.
 */
export function selectionError(
  entries: readonly Entry[],
  selected: readonly string[],
): 'none' | 'unseen' | undefined {
  if (selected.length === 0) return 'none';
  return entries.some(({ id, kind }) => selected.includes(id) && kind !== 'note') ? undefined : 'unseen';
}

/** Returns the beginning of an entry's text on one line. */
export function excerptOf(body: string | undefined): string {
  const parsed = new DOMParser().parseFromString((body ?? '').replaceAll('</p>', ' </p>'), 'text/html');
  const text = (parsed.body.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length > maxExcerptLength ? `${text.slice(0, maxExcerptLength).trimEnd()}…` : text;
}

const maxExcerptLength = 140;
