import { useSyncExternalStore } from 'react';

/** How many tickets are remembered as read: the ones read last. */
const most = 500;

export type ReadMarks = Readonly<Record<string, string>>;

/** Up to which of its changes a person has read each ticket on this device; nothing is asked or told of it over the net. */
const marks = new Map<string, ReadMarks>();
const listeners = new Set<() => void>();
const storageKey = (person: string) => `mesa.read.${person}`;

function marksOf(person: string): ReadMarks {
  const known = marks.get(person);
  if (known) return known;
  let kept: ReadMarks = {};
  try {
    const found: unknown = JSON.parse(localStorage.getItem(storageKey(person)) ?? '{}');
    if (typeof found === 'object' && found !== null) kept = found as ReadMarks;
  } catch {
    // Nothing was read yet, or nothing can be kept.
  }
  marks.set(person, kept);
  return kept;
}

/** The marks with one more, which is the newest of them. */
export function withMark(before: ReadMarks, number: string, updatedAt: string): ReadMarks {
  const others = Object.entries(before).filter(([other]) => other !== number);
  return Object.fromEntries([...others.slice(-(most - 1)), [number, updatedAt]]);
}

export function markRead(person: string, number: string, updatedAt: string): void {
  if (marksOf(person)[number] === updatedAt) return;
  const after = withMark(marksOf(person), number, updatedAt);
  marks.set(person, after);
  try {
    localStorage.setItem(storageKey(person), JSON.stringify(after));
  } catch {
    // Without storage the marks last as long as the page.
  }
  for (const listener of listeners) listener();
}

export function useReadMarks(person: string): ReadMarks {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => marksOf(person),
  );
}

/** Whether its requester wrote what nobody has answered, after the person read the ticket. */
export function isUnread(
  ticket: { number: string; unansweredSince?: string | undefined },
  read: ReadMarks,
): boolean {
  if (!ticket.unansweredSince) return false;
  const at = read[ticket.number];
  return at === undefined || Date.parse(at) < Date.parse(ticket.unansweredSince);
}
