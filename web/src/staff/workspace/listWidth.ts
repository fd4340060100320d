import { useSyncExternalStore } from 'react';

/** The width of the list beside a ticket, in rem, so that it grows with the person's letters. */
export const narrowest = 16;
export const widest = 34;
export const usual = 22;

const storageKey = 'mesa.listWidth';
const listeners = new Set<() => void>();
let chosen: number | undefined;

export function within(width: number): number {
  return Number.isFinite(width) ? Math.min(widest, Math.max(narrowest, Math.round(width))) : usual;
}

function ofThisDevice(): number {
  if (chosen === undefined) {
    chosen = usual;
    try {
      chosen = within(Number.parseFloat(localStorage.getItem(storageKey) ?? ''));
    } catch {
      // Nothing can be kept.
    }
  }
  return chosen;
}

/** `keep` once the person has settled on it, for the next visit. */
export function chooseListWidth(width: number, keep = true): void {
  chosen = within(width);
  try {
    if (keep) localStorage.setItem(storageKey, String(chosen));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function useListWidth(): number {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, ofThisDevice);
}
