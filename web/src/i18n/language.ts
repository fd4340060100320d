import { useSyncExternalStore } from 'react';

export type Language = 'es' | 'en';
export const languages: readonly Language[] = ['es', 'en'];

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
    // Without storage the choice lasts as long as the page.
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
    // See initial().
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The prerendered pages are in Spanish, so hydration starts there and switches right after. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, getLanguage, () => 'es');
}

/**
 * Makes the hook that reads one catalog. The Spanish catalog is the type of the others, so a text that is missing
 * in one of them fails `tsc`.
 */
export function defineTexts<Texts>(catalog: Record<Language, Texts>): {
  useTexts: () => Texts;
  textsIn: (language: Language) => Texts;
} {
  return {
    useTexts: () => catalog[useLanguage()],
    textsIn: (language) => catalog[language],
  };
}
