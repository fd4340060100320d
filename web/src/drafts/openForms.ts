import { useEffect, useRef } from 'react';

/** Sends what the person has typed to the server. */
type Save = () => Promise<unknown>;

/** The maximum time for which a sign-out waits for saves, in milliseconds. */
const maxSaveTime = 5_000;

const saves = new Set<Save>();

/** Registers the save of an open form, which `saveOpenForms` calls. Returns a function that removes it. */
export function registerForm(save: Save): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/**
 * Saves the open forms and waits for the saves that are in progress, before the person signs out. Never rejects, and
 * waits for maxSaveTime at most: a text that cannot be saved stays on the device.
 */
export async function saveOpenForms(): Promise<void> {
  const saved = Promise.allSettled([...saves].map((save) => save()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, maxSaveTime);
  });
  await Promise.race([saved, timeout]);
  clearTimeout(timer);
}

/** Registers the save of a form while it is open. */
export function useOpenForm(save: Save): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => registerForm(() => latest.current()), []);
}
