import { useSyncExternalStore } from 'react';

// A setting that turns off single-character shortcuts (WCAG 2.1.4), for people who use dictation or press keys by
// accident.
const storageKey = 'mesa.singleKeys';
const listeners = new Set<() => void>();
let enabled: boolean | undefined;

export function singleKeysEnabled(): boolean {
  if (enabled === undefined) {
    try {
      enabled = localStorage.getItem(storageKey) !== 'off';
    } catch {
      enabled = true; // Storage is not available: the default applies.
    }
  }
  return enabled;
}

export function setSingleKeys(value: boolean): void {
  enabled = value;
  try {
    localStorage.setItem(storageKey, value ? 'on' : 'off');
  } catch {
    // Storage is not available: the choice lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    singleKeysEnabled,
    () => true,
  );
}
