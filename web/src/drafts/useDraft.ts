import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/idempotencyKey';
import { useMachine } from '../machine/useMachine';
import { type DraftCommand, draftTransition, openedDraft } from './draftMachine';
import { useOpenForm } from './openForms';
import { callsFor, draftQuery, type Remote, type Shape } from './remote';
import { draftName, readDraft, removeDraft, writeDraft } from './store';
import { DraftSync } from './sync';
import { tabId } from './tabId';

/** The delay between the last edit and storing the draft on this device, in milliseconds. */
const storeDelay = 300;
/** The maximum time for which a form waits for the server's copy, in milliseconds. */
const maxLookupTime = 1500;

export interface DraftHandle<Value> {
  value: Value;
  set: (part: Partial<Value>) => void;
  /** The Idempotency-Key of the request that sends the draft. Editing does not change it. */
  key: string;
  /** Whether the server's copy is being loaded. It may replace the value. */
  loading: boolean;
  /** Whether the draft is from an earlier visit, or from another device or tab. */
  restored: boolean;
  /** A copy from another device or tab that differs from the draft. The person chooses with `chooseRemote` or `chooseLocal`. */
  conflict: Remote | undefined;
  chooseRemote: () => void;
  chooseLocal: () => void;
  clear: () => void;
  /**
   * Must be called after a value was sent. If the person has not edited the draft since, it clears the draft and
   * returns true. Otherwise it sets a new key, because the edited draft is another request.
   */
  markSent: (sent: Value) => boolean;
  /** Sets a new key, so that the same content is sent as another request. Returns the key. */
  renewKey: () => string;
}

interface Options<Value> extends Shape<Value> {
  /**
   * Called when a copy from the server replaces the value of the form, or when the value is emptied because the draft was
   * sent or discarded on another device. `clear` does not call it.
   */
  onAdopt: (value: Value) => void;
}

/**
 * Manages a form's value that survives a reload and the end of the session on this device, and that appears on the
 * person's other devices. The component must have a `key` that changes with the person and the purpose.
 */
export function useDraft<Value extends object>(
  personId: string,
  purpose: string,
  empty: Value,
  options: Options<Value>,
): DraftHandle<Value> {
  const name = draftName(personId, purpose);
  const client = useQueryClient();
  const storeTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [stored] = useState(() => readDraft<Value>(localStorage, name));
  const [transition] = useState(() => draftTransition(empty, stored));
  const [sync] = useState(() => {
    const created = new DraftSync<Value>(callsFor(purpose, options), {
      onSaved: (draft, savedAt) => dispatch({ type: 'synced', draft, savedAt }),
      onConflict: (remote) => dispatch({ type: 'conflict found', remote }),
    });
    created.seen = stored?.seen;
    return created;
  });
  const { state, getState, dispatch } = useMachine(
    transition,
    () => openedDraft(empty, stored, newIdempotencyKey()),
    run,
  );

  function run(command: DraftCommand<Value>) {
    switch (command.type) {
      case 'wait for pause':
        clearTimeout(storeTimer.current);
        storeTimer.current = setTimeout(() => dispatch({ type: 'pause over' }), storeDelay);
        break;
      case 'store':
        writeDraft(localStorage, name, {
          ...command.draft,
          savedAt: Date.now(),
          seen: command.seen ?? sync.seen,
          synced: command.seen !== undefined,
          device: tabId(),
        });
        break;
      case 'remove stored':
        removeDraft(localStorage, name);
        break;
      case 'push':
        sync.push(command.draft);
        break;
      case 'flush':
        sync.flush(true);
        break;
      case 'pause sync':
        sync.paused = true;
        break;
      case 'resume sync':
        sync.seen = command.seen;
        sync.paused = false;
        break;
      case 'remove remote':
        sync.remove();
        break;
      case 'adopt':
        options.onAdopt(command.value);
    }
  }

  useOpenForm(() => sync.settle());

  useEffect(() => {
    const leave = () => dispatch({ type: 'left' });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [dispatch]);

  useEffect(() => {
    let closed = false;
    const timer = setTimeout(() => dispatch({ type: 'lookup given up' }), maxLookupTime);
    client.fetchQuery(draftQuery(purpose)).then(
      (found) => {
        clearTimeout(timer);
        if (closed) return;
        const remote = found ?? undefined;
        dispatch({ type: 'looked up', remote, newKey: newIdempotencyKey() });
      },
      () => {
        clearTimeout(timer);
        if (!closed) dispatch({ type: 'lookup given up' });
      },
    );
    return () => {
      clearTimeout(timer);
      closed = true;
    };
  }, [client, purpose, dispatch]);

  function renewKey() {
    const key = newIdempotencyKey();
    dispatch({ type: 'key renewed', key });
    return key;
  }
  const clear = () => dispatch({ type: 'cleared', newKey: newIdempotencyKey() });

  return {
    value: state.draft.value,
    key: state.draft.key,
    loading: state.loading,
    restored: state.restored,
    conflict: state.conflict,
    set: (part) => dispatch({ type: 'edited', part }),
    chooseRemote: () => dispatch({ type: 'remote chosen' }),
    chooseLocal: () => dispatch({ type: 'local chosen' }),
    clear,
    markSent: (sent) => {
      const unchanged = getState().draft.value === sent;
      if (unchanged) clear();
      else renewKey();
      return unchanged;
    },
    renewKey,
  };
}
