import type { Schemas } from '../api/client';

type Entry = Schemas['Entry'];

/** A text that a person wrote, or the consecutive events between two such texts. */
export type Group = { kind: 'written'; entry: Entry } | { kind: 'events'; entries: Entry[] };

/**
 * Groups the entries of the history, so that consecutive events are together (F9). Events that `includes`
 * rejects are omitted. If it rejects all events, the result is the conversation.
 */
export function groupsOf(entries: readonly Entry[], includes: (entry: Entry) => boolean): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'event') {
      groups.push({ kind: 'written', entry });
      continue;
    }
    if (!includes(entry)) continue;
    const last = groups.at(-1);
    if (last?.kind === 'events') last.entries.push(entry);
    else groups.push({ kind: 'events', entries: [entry] });
  }
  return groups;
}

/** Consecutive events are folded if there are at least this many. */
export const foldedFrom = 4;
