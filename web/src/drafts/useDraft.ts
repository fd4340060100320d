import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callsFor, decide, device, draftQuery, fromRemote, type Remote, type Shape } from './remote';
import { type Draft, draftName, newIdempotencyKey, readDraft, removeDraft, writeDraft } from './store';
import { DraftSync } from './sync';

const saveDelay = 300;
/** How long a form waits to learn whether there is a copy: a slow desk keeps nobody from typing. */
const patience = 1500;

export interface DraftHandle<Value> {
  value: Value;
  set: (change: Partial<Value>) => void;
  /** The Idempotency-Key of this intention: the same after a reload or a retry, another after `clear` or `renewKey`. */
  key: string;
  /** Whether a copy on the server is still being looked for: what is shown now may give way to it. */
  looking: boolean;
  /** Whether something typed before was brought back when the page opened. */
  restored: boolean;
  /** What was typed on another device since; the person chooses. */
  elsewhere: Remote | undefined;
  takeElsewhere: () => void;
  keepThis: () => void;
  clear: () => void;
  /** What was sent is done: it is cleared, unless more was typed meanwhile, which is another intention. Tells whether it was. */
  done: (sent: Value) => boolean;
  /** Begins another intention with the same content; gives its key. */
  renewKey: () => string;
}

interface Options<Value> extends Shape<Value> {
  /** Told when a draft of another device takes the form's place. */
  onAdopt: (value: Value) => void;
}

function fresh<Value>(empty: Value): Draft<Value> {
  return { value: empty, key: newIdempotencyKey(), savedAt: 0 };
}

/**
 * Form state that outlives a reload and the end of the session on this device, and is there on the person's others.
 * Give the component a `key` of the same name.
 */
export function useDraft<Value extends object>(
  personId: string,
  about: string,
  empty: Value,
  options: Options<Value>,
): DraftHandle<Value> {
  const name = draftName(personId, about);
  const emptyRef = useRef(empty);
  const adopted = useRef(options.onAdopt);
  adopted.current = options.onAdopt;
  const [opened] = useState(() => readDraft<Value>(localStorage, name));
  const [draft, setDraft] = useState<Draft<Value>>(() =>
    opened ? { ...opened, value: { ...empty, ...opened.value } } : fresh(empty),
  );
  const client = useQueryClient();
  const [looking, setLooking] = useState(true);
  const [restored, setRestored] = useState(opened !== undefined);
  const [elsewhere, setElsewhere] = useState<Remote>();
  const unsaved = useRef<Draft<Value> | undefined>(undefined);
  const current = useRef(draft);
  current.current = draft;
  /** Whether anything was typed since the form opened. */
  const typed = useRef(false);
  /** Whether what the form opened with was sent or thrown away: then no copy of it comes back. */
  const cleared = useRef(false);

  const [sync] = useState(() => {
    const made = new DraftSync<Value>(callsFor(about, options), {
      saved: (saved, seen) => {
        if (current.current === saved)
          writeDraft(localStorage, name, { ...saved, savedAt: Date.now(), seen, synced: true });
      },
      replaced: setElsewhere,
    });
    made.seen = opened?.seen;
    return made;
  });

  const save = useCallback(() => {
    if (!unsaved.current) return;
    writeDraft(localStorage, name, {
      ...unsaved.current,
      savedAt: Date.now(),
      seen: sync.seen,
      synced: false,
    });
    unsaved.current = undefined;
  }, [name, sync]);

  useEffect(() => {
    if (!unsaved.current || unsaved.current !== draft) return;
    sync.change(draft);
    const timer = setTimeout(save, saveDelay);
    return () => clearTimeout(timer);
  }, [draft, save, sync]);

  useEffect(() => {
    const leave = () => {
      save();
      sync.flush(true);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save, sync]);

  const adopt = useCallback(
    (remote: Remote) => {
      const value = fromRemote(remote, emptyRef.current);
      const taken: Draft<Value> = {
        value,
        key: remote.key,
        savedAt: Date.now(),
        seen: remote.savedAt,
        synced: true,
      };
      sync.seen = remote.savedAt;
      sync.paused = false;
      unsaved.current = undefined;
      writeDraft(localStorage, name, taken);
      setDraft(taken);
      setRestored(true);
      setElsewhere(undefined);
      adopted.current(value);
      return taken;
    },
    [name, sync],
  );

  const offer = useCallback(
    (remote: Remote) => {
      sync.paused = true;
      setElsewhere(remote);
    },
    [sync],
  );

  // Once, when the form opens. Without an answer the device's own copy is all there is to go by.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it reads else never changes, or is kept in references
  useEffect(() => {
    let gone = false;
    const waited = setTimeout(() => setLooking(false), patience);
    client
      .fetchQuery(draftQuery(about))
      .then((found) => {
        const remote = found ?? undefined;
        if (gone || cleared.current) return;
        const decision = decide(opened, remote, device());
        if (decision === 'push' && opened) sync.change(current.current);
        else if (decision === 'drop' && !typed.current) {
          removeDraft(localStorage, name);
          sync.seen = undefined;
          setRestored(false);
          setDraft(fresh(emptyRef.current));
          adopted.current(emptyRef.current);
        } else if (remote && decision === 'adopt' && !typed.current) adopt(remote);
        else if (remote && (decision === 'adopt' || decision === 'offer')) offer(remote);
      })
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(waited);
        if (!gone) setLooking(false);
      });
    return () => {
      clearTimeout(waited);
      gone = true;
    };
  }, [name]);

  const change = useCallback((next: (before: Draft<Value>) => Draft<Value>) => {
    typed.current = true;
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
    typed.current = false;
    cleared.current = true;
    removeDraft(localStorage, name);
    sync.forget();
    setRestored(false);
    setElsewhere(undefined);
    setDraft(fresh(emptyRef.current));
  }, [name, sync]);

  const done = useCallback(
    (sent: Value) => {
      const all = current.current.value === sent;
      if (all) clear();
      else renewKey();
      return all;
    },
    [clear, renewKey],
  );

  const takeElsewhere = () => {
    // A save of this device may have taken its place there meanwhile.
    if (elsewhere) sync.change(adopt(elsewhere));
  };
  const keepThis = () => {
    if (!elsewhere) return;
    sync.seen = elsewhere.savedAt;
    sync.paused = false;
    setElsewhere(undefined);
    sync.change(draft);
  };

  return {
    value: draft.value,
    set,
    key: draft.key,
    looking,
    restored,
    elsewhere,
    takeElsewhere,
    keepThis,
    clear,
    done,
    renewKey,
  };
}
