import { useSyncExternalStore } from 'react';
import type { Schemas } from '../../api/client';

/** The columns of a list's table in their order. Number and subject are always shown. */
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

export const defaultColumns: readonly Column[] = ['status', 'priority', 'agent', 'due', 'activity'];

const storageKey = 'mesa.columns';
const listeners = new Set<() => void>();
let current: readonly Column[] | undefined;

export function isColumn(value: unknown): value is Column {
  return columns.some((column) => column === value);
}

function getColumns(): readonly Column[] {
  if (!current) {
    current = defaultColumns;
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '');
      if (Array.isArray(stored)) current = stored.filter(isColumn);
    } catch {
      // Nothing is stored, or storage is not available: the default applies.
    }
  }
  return current;
}

export function chooseColumns(values: readonly string[]): void {
  current = columns.filter((column) => values.includes(column));
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage is not available: the choice lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useColumns(): readonly Column[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, getColumns);
}
