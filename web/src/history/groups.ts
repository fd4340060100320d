import type { Schemas } from '../api/client';

type Entry = Schemas['Entry'];

/** What people wrote, or the changes between two of them. */
export type Group = { kind: 'written'; entry: Entry } | { kind: 'events'; entries: Entry[] };

/** D7: the history as it is read, with the changes between two texts together. Without events it is the conversation. */
export function groupsOf(entries: readonly Entry[], keeps: (entry: Entry) => boolean): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'event') {
      groups.push({ kind: 'written', entry });
      continue;
    }
    if (!keeps(entry)) continue;
    const last = groups.at(-1);
    if (last?.kind === 'events') last.entries.push(entry);
    else groups.push({ kind: 'events', entries: [entry] });
  }
  return groups;
}

/** More changes in a row than this are folded under one line. */
export const foldedFrom = 4;
