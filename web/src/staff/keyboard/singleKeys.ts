import { useSyncExternalStore } from 'react';

// WCAG 2.1.4: shortcuts of one character can be turned off, for who speaks to their computer or types by accident.
const storageKey = 'mesa.singleKeys';
const listeners = new Set<() => void>();
let on: boolean | undefined;

export function singleKeys(): boolean {
  if (on === undefined) {
    try {
      on = localStorage.getItem(storageKey) !== 'off';
    } catch {
      on = true; // without storage the choice lasts as long as the page
    }
  }
  return on;
}

export function setSingleKeys(value: boolean): void {
  on = value;
  try {
    localStorage.setItem(storageKey, value ? 'on' : 'off');
  } catch {
    // See singleKeys().
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    singleKeys,
    () => true,
  );
}
