import { useSyncExternalStore } from 'react';

/**
 * The limits and the default of the width of the list beside a ticket. They are in rem, so that the width scales with
 * the text size.
 */
export const minWidth = 16;
export const maxWidth = 34;
export const defaultWidth = 22;

const storageKey = 'mesa.listWidth';
const listeners = new Set<() => void>();
let current: number | undefined;

export function clampWidth(width: number): number {
  return Number.isFinite(width) ? Math.min(maxWidth, Math.max(minWidth, Math.round(width))) : defaultWidth;
}

function getListWidth(): number {
  if (current === undefined) {
    current = defaultWidth;
    try {
      current = clampWidth(Number.parseFloat(localStorage.getItem(storageKey) ?? ''));
    } catch {
      // Storage is not available: the default applies.
    }
  }
  return current;
}

/** Sets the width in rem. With `save` it is also stored for the next visit. */
export function setListWidth(width: number, save = true): void {
  current = clampWidth(width);
  try {
    if (save) localStorage.setItem(storageKey, String(current));
  } catch {
    // Storage is not available: the width lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useListWidth(): number {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, getListWidth);
}
