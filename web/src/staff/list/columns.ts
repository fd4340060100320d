import { useSyncExternalStore } from 'react';
import type { Schemas } from '../../api/client';

/** What a list's table can show of a ticket, in the order that it is offered and shown in; number and subject always are. */
export const columns = [
  'status',
  'priority',
  'agent',
  'department',
  'requester',
  'entity',
  'topic',
  'tags',
  'due',
  'created',
  'activity',
] as const satisfies readonly Schemas['Column'][];
export type Column = (typeof columns)[number];

export const usualColumns: readonly Column[] = ['status', 'priority', 'agent', 'due', 'activity'];

const storageKey = 'mesa.columns';
const listeners = new Set<() => void>();
let chosen: readonly Column[] | undefined;

export function isColumn(value: unknown): value is Column {
  return columns.some((column) => column === value);
}

function ofThisDevice(): readonly Column[] {
  if (!chosen) {
    chosen = usualColumns;
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '');
      if (Array.isArray(kept)) chosen = kept.filter(isColumn);
    } catch {
      // Nothing was chosen yet, or nothing can be kept.
    }
  }
  return chosen;
}

export function chooseColumns(values: readonly string[]): void {
  chosen = columns.filter((column) => values.includes(column));
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function useColumns(): readonly Column[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, ofThisDevice);
}
