import { useEffect, useRef } from 'react';

/** Sends what the person has typed to the server. */
type Save = () => Promise<unknown>;

const saves = new Set<Save>();

/** Registers the save of an open form, which `saveOpenForms` calls. Returns a function that removes it. */
export function registerForm(save: Save): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/**
 * Saves the open forms and waits for the saves that are in progress, before the person signs out. Never rejects: a text
 * that cannot be saved stays on the device.
 */
export async function saveOpenForms(): Promise<void> {
  await Promise.allSettled([...saves].map((save) => save()));
}

/** Registers the save of a form while it is open. */
export function useOpenForm(save: Save): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => registerForm(() => latest.current()), []);
}
