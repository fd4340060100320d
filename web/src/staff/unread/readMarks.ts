import { useSyncExternalStore } from 'react';

/** The maximum number of marks that are stored for a person. The oldest marks are deleted first. */
const maxMarks = 500;

export type ReadMarks = Readonly<Record<string, string>>;

/**
 * For each person and each ticket, `updatedAt` of the ticket when the person last read it on this device. It is never
 * sent to the server.
 */
const marks = new Map<string, ReadMarks>();
const listeners = new Set<() => void>();
const storageKey = (person: string) => `mesa.read.${person}`;

function marksOf(person: string): ReadMarks {
  const cached = marks.get(person);
  if (cached) return cached;
  let stored: ReadMarks = {};
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey(person)) ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) stored = parsed as ReadMarks;
  } catch {
    // Nothing is stored, or storage is not available: no ticket counts as read.
  }
  marks.set(person, stored);
  return stored;
}

/** Adds a mark as the newest one and drops the oldest marks beyond the limit. */
export function withMark(current: ReadMarks, number: string, updatedAt: string): ReadMarks {
  const others = Object.entries(current).filter(([other]) => other !== number);
  return Object.fromEntries([...others.slice(-(maxMarks - 1)), [number, updatedAt]]);
}

/** Returns `updatedAt` of a ticket when the person last read it on this device, or undefined if they never did. */
export function readAt(person: string, number: string): string | undefined {
  return marksOf(person)[number];
}

export function markRead(person: string, number: string, updatedAt: string): void {
  if (marksOf(person)[number] === updatedAt) return;
  const updated = withMark(marksOf(person), number, updatedAt);
  marks.set(person, updated);
  try {
    localStorage.setItem(storageKey(person), JSON.stringify(updated));
  } catch {
    // Storage is not available: the marks last until the page is closed.
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

/** Whether there is a message without a response that was added after the person last read the ticket. */
export function isUnread(
  ticket: { number: string; unansweredSince?: string | undefined },
  read: ReadMarks,
): boolean {
  if (!ticket.unansweredSince) return false;
  const readAt = read[ticket.number];
  return readAt === undefined || Date.parse(readAt) < Date.parse(ticket.unansweredSince);
}
