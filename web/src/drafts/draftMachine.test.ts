import { describe, expect, test } from 'vitest';
import {
  type DraftCommand,
  type DraftEvent,
  type DraftState,
  draftTransition,
  openedDraft,
} from './draftMachine';
import type { Remote } from './remote';
import type { StoredDraft } from './store';

interface Value {
  body: string;
  files: string[];
}

const empty: Value = { body: '', files: [] };
const draft = (body: string, key = 'k1') => ({ value: { body, files: [] }, key });
const stored = (part: Partial<StoredDraft<Value>> = {}): StoredDraft<Value> => ({
  ...draft('aquí'),
  savedAt: 1,
  ...part,
});
const remote: Remote = {
  texts: { body: 'allá' },
  values: {},
  attachmentIds: [],
  key: 'k2',
  device: 'phone',
  savedAt: 't2',
};

type State = DraftState<Value>;
type Event = DraftEvent<Value>;

const opened = (local?: StoredDraft<Value>, part: Partial<State> = {}): State => ({
  ...openedDraft(empty, local, 'new'),
  ...part,
});
const lookedUp = (found?: Remote): Event => ({ type: 'looked up', remote: found, newKey: 'k3' });

interface Case {
  local?: StoredDraft<Value>;
  state?: Partial<State>;
  event: Event;
  /** The part of the state that differs after the event. */
  changed: Partial<State>;
  commands?: DraftCommand<Value>[];
}

function check({ local, state, event, changed, commands = [] }: Case) {
  const before = opened(local, state);
  const [next, ...issued] = draftTransition(empty, local)(before, event);
  expect(next).toEqual({ ...before, ...changed });
  expect(issued).toEqual(commands);
}

describe('the form opens with', () => {
  test('the draft and the key that this device has stored', () => {
    expect(opened(stored())).toMatchObject({ draft: draft('aquí'), restored: true, loading: true });
  });

  test('an empty value for a field that an older page did not store', () => {
    const older = { value: { body: 'aquí' } as Value, key: 'k1', savedAt: 1 };
    expect(opened(older).draft.value).toEqual({ body: 'aquí', files: [] });
  });

  test('an empty draft and a new key if nothing is stored', () => {
    expect(opened()).toMatchObject({ draft: draft('', 'new'), restored: false });
  });
});

describe('the lookup of the server’s copy', () => {
  const adopted: Pick<Case, 'changed' | 'commands'> = {
    changed: { loading: false, draft: draft('allá', 'k2'), restored: true },
    commands: [
      { type: 'resume sync', seen: 't2' },
      { type: 'store', draft: draft('allá', 'k2'), seen: 't2' },
      { type: 'adopt', value: { body: 'allá', files: [] } },
    ],
  };
  const offeredChoice: Pick<Case, 'changed' | 'commands'> = {
    changed: { loading: false, conflict: remote },
    commands: [{ type: 'pause sync' }],
  };
  const dropped: Pick<Case, 'changed' | 'commands'> = {
    changed: { loading: false, draft: draft('', 'k3'), restored: false },
    commands: [
      { type: 'remove stored' },
      { type: 'resume sync', seen: undefined },
      { type: 'adopt', value: empty },
    ],
  };
  test.each<[string, Case]>([
    ['finds nothing', { event: lookedUp(), changed: { loading: false } }],
    ['fails', { event: { type: 'lookup given up' }, changed: { loading: false } }],
    ['finds a copy, and nothing is stored on this device', { event: lookedUp(remote), ...adopted }],
    [
      'finds a copy, and the person has started typing',
      { state: { edited: true }, event: lookedUp(remote), ...offeredChoice },
    ],
    [
      'finds a copy, and the draft has been sent',
      { state: { cleared: true }, event: lookedUp(remote), changed: { loading: false } },
    ],
    [
      'finds a newer copy, and the local draft was saved on the server',
      { local: stored({ seen: 't1', synced: true }), event: lookedUp(remote), ...adopted },
    ],
    [
      'finds another device’s copy, and the local draft has unsaved changes',
      { local: stored({ seen: 't1' }), event: lookedUp(remote), ...offeredChoice },
    ],
    [
      'finds the known copy, and the local draft has unsaved changes',
      {
        local: stored({ seen: 't2' }),
        event: lookedUp(remote),
        changed: { loading: false },
        commands: [
          { type: 'resume sync', seen: 't2' },
          { type: 'push', draft: draft('aquí') },
        ],
      },
    ],
    [
      'finds the copy of a closed tab, which also stored the local draft',
      {
        local: stored({ seen: 't1', device: 'phone' }),
        event: lookedUp(remote),
        changed: { loading: false },
        commands: [
          { type: 'resume sync', seen: 't2' },
          { type: 'push', draft: draft('aquí') },
        ],
      },
    ],
    [
      'finds a copy, and a push has already found a conflict',
      {
        local: stored({ seen: 't2' }),
        state: { conflict: remote },
        event: lookedUp(remote),
        changed: { loading: false },
      },
    ],
    [
      'finds nothing, because the draft was sent from another device',
      { local: stored({ seen: 't2', synced: true }), event: lookedUp(), ...dropped },
    ],
    [
      'finds nothing, and the person has edited the draft that was sent from another device',
      {
        local: stored({ seen: 't2', synced: true }),
        state: { edited: true },
        event: lookedUp(),
        changed: { loading: false },
      },
    ],
  ])('%s', (_, testCase) => check(testCase));
});

describe('while the person types', () => {
  const state = { loading: false };
  const edited = { ...state, edited: true, unsaved: true };
  test.each<[string, Case]>([
    [
      'an edit is pushed, and stored after a pause',
      {
        state,
        event: { type: 'edited', part: { body: 'más' } },
        changed: { draft: draft('más', 'new'), edited: true, unsaved: true },
        commands: [{ type: 'push', draft: draft('más', 'new') }, { type: 'wait for pause' }],
      },
    ],
    [
      'a new key is an edit',
      {
        local: stored(),
        state,
        event: { type: 'key renewed', key: 'k9' },
        changed: { draft: draft('aquí', 'k9'), edited: true, unsaved: true },
        commands: [{ type: 'push', draft: draft('aquí', 'k9') }, { type: 'wait for pause' }],
      },
    ],
    [
      'the pause ends',
      {
        local: stored(),
        state: edited,
        event: { type: 'pause over' },
        changed: { unsaved: false },
        commands: [{ type: 'store', draft: draft('aquí') }],
      },
    ],
    ['the pause ends and all changes are stored', { state, event: { type: 'pause over' }, changed: {} }],
    [
      'the page is left',
      {
        local: stored(),
        state: edited,
        event: { type: 'left' },
        changed: { unsaved: false },
        commands: [{ type: 'store', draft: draft('aquí') }, { type: 'flush' }],
      },
    ],
    [
      'the page is left and all changes are stored',
      { state, event: { type: 'left' }, changed: {}, commands: [{ type: 'flush' }] },
    ],
    [
      'an older draft was pushed',
      { state: edited, event: { type: 'synced', draft: draft('antes'), savedAt: 't3' }, changed: {} },
    ],
  ])('%s', (_, testCase) => check(testCase));

  test('the draft was pushed', () => {
    const before = opened(stored(), edited);
    const [next, ...commands] = draftTransition(empty, stored())(before, {
      type: 'synced',
      draft: before.draft,
      savedAt: 't3',
    });
    expect(next).toEqual({ ...before, unsaved: false });
    expect(commands).toEqual([{ type: 'store', draft: before.draft, seen: 't3' }]);
  });
});

describe('two devices or tabs', () => {
  const state = { loading: false, conflict: remote };
  test.each<[string, Case]>([
    [
      'a push replaced the copy of another device',
      {
        state: { loading: false },
        event: { type: 'conflict found', remote },
        changed: { conflict: remote },
        commands: [{ type: 'pause sync' }],
      },
    ],
    [
      'the person chooses the other device’s copy',
      {
        local: stored(),
        state,
        event: { type: 'remote chosen' },
        changed: { conflict: undefined, draft: draft('allá', 'k2') },
        commands: [
          { type: 'resume sync', seen: 't2' },
          { type: 'store', draft: draft('allá', 'k2'), seen: 't2' },
          { type: 'adopt', value: { body: 'allá', files: [] } },
          { type: 'push', draft: draft('allá', 'k2') },
        ],
      },
    ],
    [
      'the person chooses the local draft',
      {
        local: stored(),
        state,
        event: { type: 'local chosen' },
        changed: { conflict: undefined },
        commands: [
          { type: 'resume sync', seen: 't2' },
          { type: 'push', draft: draft('aquí') },
        ],
      },
    ],
    [
      'the page is left before the person has chosen',
      {
        local: stored(),
        state,
        event: { type: 'left' },
        changed: {},
        commands: [{ type: 'store', draft: draft('aquí') }, { type: 'flush' }],
      },
    ],
    ['without a conflict the choice has no effect', { event: { type: 'remote chosen' }, changed: {} }],
  ])('%s', (_, testCase) => check(testCase));
});

test('a draft that was sent or discarded is removed from the device and the server', () => {
  check({
    local: stored(),
    state: { loading: false, edited: true, unsaved: true, conflict: remote },
    event: { type: 'cleared', newKey: 'k9' },
    changed: {
      draft: draft('', 'k9'),
      restored: false,
      conflict: undefined,
      edited: false,
      unsaved: false,
      cleared: true,
    },
    commands: [{ type: 'remove stored' }, { type: 'remove remote' }],
  });
});
