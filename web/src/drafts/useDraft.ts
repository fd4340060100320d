import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, draftName, newIdempotencyKey, readDraft, removeDraft, writeDraft } from './store';

const saveDelay = 300;

export interface DraftHandle<Value> {
  value: Value;
  set: (change: Partial<Value>) => void;
  /** The Idempotency-Key of this intention: the same after a reload or a retry, another after `clear` or `renewKey`. */
  key: string;
  /** Whether something typed before was brought back when the page opened. */
  restored: boolean;
  clear: () => void;
  /** Begins another intention with the same content; gives its key. */
  renewKey: () => string;
}

function fresh<Value>(empty: Value): Draft<Value> {
  return { value: empty, key: newIdempotencyKey(), savedAt: 0 };
}

/** Form state that outlives a reload and the end of the session. Give the component a `key` of the same name. */
export function useDraft<Value extends object>(
  personId: string,
  about: string,
  empty: Value,
): DraftHandle<Value> {
  const name = draftName(personId, about);
  const emptyRef = useRef(empty);
  const [opened] = useState(() => readDraft<Value>(localStorage, name));
  const [draft, setDraft] = useState<Draft<Value>>(() =>
    opened ? { ...opened, value: { ...empty, ...opened.value } } : fresh(empty),
  );
  const [restored, setRestored] = useState(opened !== undefined);
  const unsaved = useRef<Draft<Value> | undefined>(undefined);

  const save = useCallback(() => {
    if (!unsaved.current) return;
    writeDraft(localStorage, name, { ...unsaved.current, savedAt: Date.now() });
    unsaved.current = undefined;
  }, [name]);

  useEffect(() => {
    if (!unsaved.current || unsaved.current !== draft) return;
    const timer = setTimeout(save, saveDelay);
    return () => clearTimeout(timer);
  }, [draft, save]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const change = useCallback((next: (before: Draft<Value>) => Draft<Value>) => {
    setDraft((before) => {
      const after = next(before);
      unsaved.current = after;
      return after;
    });
  }, []);

  const set = useCallback(
    (part: Partial<Value>) => change((before) => ({ ...before, value: { ...before.value, ...part } })),
    [change],
  );
  const renewKey = useCallback(() => {
    const key = newIdempotencyKey();
    change((before) => ({ ...before, key }));
    return key;
  }, [change]);
  const clear = useCallback(() => {
    unsaved.current = undefined;
    removeDraft(localStorage, name);
    setRestored(false);
    setDraft(fresh(emptyRef.current));
  }, [name]);

  return { value: draft.value, set, key: draft.key, restored, clear, renewKey };
}
