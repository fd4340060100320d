import type { Entry } from '../../api/queries';

/** What can be taken along: what people wrote, once. */
export function splittable(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ kind, movedTo }) => kind !== 'event' && !movedTo);
}

/** What is wrong with a choice: nothing chosen, or nothing that the requester would see. */
export function lackOf(entries: readonly Entry[], chosen: readonly string[]): 'none' | 'unseen' | undefined {
  if (chosen.length === 0) return 'none';
  return entries.some(({ id, kind }) => chosen.includes(id) && kind !== 'note') ? undefined : 'unseen';
}

/** The beginning of what an entry says, on one line. */
export function beginning(body: string | undefined): string {
  const page = new DOMParser().parseFromString((body ?? '').replaceAll('</p>', ' </p>'), 'text/html');
  const text = (page.body.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

const longest = 140;
