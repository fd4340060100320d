import type { Transition } from '../machine/useMachine';
import { decide, fromRemote, type Remote } from './remote';
import type { Draft, StoredDraft } from './store';

export interface DraftState<Value> {
  draft: Draft<Value>;
  /** Whether the request for the server's copy is pending. That copy may replace the draft. */
  loading: boolean;
  /** Whether the draft is from an earlier visit, or from another device or tab. */
  restored: boolean;
  /** A copy from another device or tab that differs from the draft. The person chooses one of the two. */
  conflict: Remote | undefined;
  /** Whether the person has changed the draft since the form opened. */
  edited: boolean;
  /** Whether the draft was sent or discarded. A copy that the server returns after that is ignored. */
  cleared: boolean;
  /** Whether the draft has changes that are not yet in this device's storage. */
  unsaved: boolean;
}

export type DraftEvent<Value> =
  | { type: 'edited'; part: Partial<Value> }
  | { type: 'key renewed'; key: string }
  /** The server's response to the lookup when the form opens. */
  | { type: 'looked up'; remote: Remote | undefined; newKey: string }
  /** The lookup takes too long or has failed. */
  | { type: 'lookup given up' }
  | { type: 'pause over' }
  | { type: 'left' }
  | { type: 'synced'; draft: Draft<Value>; savedAt: string }
  | { type: 'conflict found'; remote: Remote }
  | { type: 'remote chosen' }
  | { type: 'local chosen' }
  | { type: 'cleared'; newKey: string };

export type DraftCommand<Value> =
  /** Dispatch 'pause over' once the person stops typing. */
  | { type: 'wait for pause' }
  /**
   * Write the draft to this device's storage. `seen` is `savedAt` of the server's copy, if that copy equals the draft.
   */
  | { type: 'store'; draft: Draft<Value>; seen?: string }
  | { type: 'remove stored' }
  /** Send the draft to the server after a delay. */
  | { type: 'push'; draft: Draft<Value> }
  /** Send the pending draft at once, because the person is leaving the page. */
  | { type: 'flush' }
  | { type: 'pause sync' }
  /** `seen` is `savedAt` of the server's copy that the next push replaces. */
  | { type: 'resume sync'; seen: string | undefined }
  | { type: 'remove remote' }
  /** Show this value in the form. */
  | { type: 'adopt'; value: Value };

type Step<Value> = readonly [DraftState<Value>, ...DraftCommand<Value>[]];

export function openedDraft<Value extends object>(
  empty: Value,
  stored: StoredDraft<Value> | undefined,
  newKey: string,
): DraftState<Value> {
  const draft = stored
    ? { value: { ...empty, ...stored.value }, key: stored.key }
    : { value: empty, key: newKey };
  return {
    draft,
    loading: true,
    restored: stored !== undefined,
    conflict: undefined,
    edited: false,
    cleared: false,
    unsaved: false,
  };
}

/** Returns the transition function of a draft. `stored` is the draft in this device's storage when the form opened. */
export function draftTransition<Value extends object>(
  empty: Value,
  stored: StoredDraft<Value> | undefined,
): Transition<DraftState<Value>, DraftEvent<Value>, DraftCommand<Value>> {
  function edit(state: DraftState<Value>, draft: Draft<Value>): Step<Value> {
    return [
      { ...state, draft, edited: true, unsaved: true },
      { type: 'push', draft },
      { type: 'wait for pause' },
    ];
  }

  function adopt(state: DraftState<Value>, remote: Remote): Step<Value> {
    const draft = { value: fromRemote(remote, empty), key: remote.key };
    return [
      { ...state, draft, restored: true, conflict: undefined, unsaved: false },
      { type: 'resume sync', seen: remote.savedAt },
      { type: 'store', draft, seen: remote.savedAt },
      { type: 'adopt', value: draft.value },
    ];
  }

  const offer = (state: DraftState<Value>, remote: Remote): Step<Value> => [
    { ...state, conflict: remote },
    { type: 'pause sync' },
  ];

  function lookedUp(
    state: DraftState<Value>,
    { remote, newKey }: Extract<DraftEvent<Value>, { type: 'looked up' }>,
  ): Step<Value> {
    if (state.cleared || state.conflict) return [state];
    const decision = decide(stored, remote);
    if (decision === 'drop' && !state.edited) {
      return [
        { ...state, draft: { value: empty, key: newKey }, restored: false },
        { type: 'remove stored' },
        { type: 'resume sync', seen: undefined },
        { type: 'adopt', value: empty },
      ];
    }
    if (remote && decision === 'adopt' && !state.edited) return adopt(state, remote);
    if (remote && (decision === 'adopt' || decision === 'offer')) return offer(state, remote);
    const commands: DraftCommand<Value>[] = [];
    if (remote) commands.push({ type: 'resume sync', seen: remote.savedAt });
    if (decision === 'push') commands.push({ type: 'push', draft: state.draft });
    return [state, ...commands];
  }

  return (state, event) => {
    switch (event.type) {
      case 'edited':
        return edit(state, { ...state.draft, value: { ...state.draft.value, ...event.part } });
      case 'key renewed':
        return edit(state, { ...state.draft, key: event.key });
      case 'looked up':
        return lookedUp({ ...state, loading: false }, event);
      case 'lookup given up':
        return [{ ...state, loading: false }];
      case 'pause over':
        return state.unsaved
          ? [
              { ...state, unsaved: false },
              { type: 'store', draft: state.draft },
            ]
          : [state];
      case 'left':
        // Until the person chooses, the server does not have this text, and another tab may have replaced the stored copy.
        return state.unsaved || state.conflict
          ? [{ ...state, unsaved: false }, { type: 'store', draft: state.draft }, { type: 'flush' }]
          : [state, { type: 'flush' }];
      case 'synced':
        if (event.draft !== state.draft) return [state];
        return [
          { ...state, unsaved: false },
          { type: 'store', draft: state.draft, seen: event.savedAt },
        ];
      case 'conflict found':
        return offer(state, event.remote);
      case 'remote chosen': {
        if (!state.conflict) return [state];
        const [adopted, ...commands] = adopt(state, state.conflict);
        // This push is needed because this device may have replaced the other copy on the server.
        return [adopted, ...commands, { type: 'push', draft: adopted.draft }];
      }
      case 'local chosen':
        if (!state.conflict) return [state];
        return [
          { ...state, conflict: undefined },
          { type: 'resume sync', seen: state.conflict.savedAt },
          { type: 'push', draft: state.draft },
        ];
      case 'cleared':
        return [
          {
            ...state,
            draft: { value: empty, key: event.newKey },
            restored: false,
            conflict: undefined,
            edited: false,
            cleared: true,
            unsaved: false,
          },
          { type: 'remove stored' },
          { type: 'remove remote' },
        ];
    }
  };
}
