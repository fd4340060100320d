import { useSyncExternalStore } from 'react';

export type Language = 'es' | 'en';
export const languages: readonly Language[] = ['es', 'en'];

// public/start.js reads the same key for the notice that is shown if the page cannot be loaded.
const storageKey = 'mesa.language';
const listeners = new Set<() => void>();
let current: Language | undefined;

function isLanguage(value: unknown): value is Language {
  return value === 'es' || value === 'en';
}

function initial(): Language {
  try {
    const saved = localStorage.getItem(storageKey);
    if (isLanguage(saved)) return saved;
  } catch {
    // Storage is not available: the default applies.
  }
  return 'es';
}

export function getLanguage(): Language {
  current ??= initial();
  return current;
}

export function setLanguage(language: Language): void {
  if (language === getLanguage()) return;
  current = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is not available: the choice lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Returns the current language. Hydration starts with Spanish, the language of the prerendered pages, and switches
 * afterwards.
 */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, getLanguage, () => 'es');
}
