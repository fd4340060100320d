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
const lookedUp = (found?: Remote): Event => ({
  type: 'looked up',
  remote: found,
  device: 'me',
  newKey: 'k3',
});

interface Case {
  local?: StoredDraft<Value>;
  state?: Partial<State>;
  event: Event;
  /** The part of the state that differs after the event. */
  after: Partial<State>;
  commands?: DraftCommand<Value>[];
}

function check({ local, state, event, after, commands = [] }: Case) {
  const before = opened(local, state);
  const [next, ...ran] = draftTransition(empty, local)(before, event);
  expect(next).toEqual({ ...before, ...after });
  expect(ran).toEqual(commands);
}

describe('the form opens', () => {
  test('with what this device has stored, and its key', () => {
    expect(opened(stored())).toMatchObject({ draft: draft('aquí'), restored: true, loading: true });
  });

  test('with a field that an older page did not store', () => {
    const older = { value: { body: 'aquí' } as Value, key: 'k1', savedAt: 1 };
    expect(opened(older).draft.value).toEqual({ body: 'aquí', files: [] });
  });

  test('empty, with a new key', () => {
    expect(opened()).toMatchObject({ draft: draft('', 'new'), restored: false });
  });
});

describe('the lookup of the server’s copy', () => {
  const adopted: Pick<Case, 'after' | 'commands'> = {
    after: { loading: false, draft: draft('allá', 'k2'), restored: true },
    commands: [
      { type: 'resume sync', seen: 't2' },
      { type: 'store', draft: draft('allá', 'k2'), seen: 't2' },
      { type: 'adopt', value: { body: 'allá', files: [] } },
    ],
  };
  const offered: Pick<Case, 'after' | 'commands'> = {
    after: { loading: false, conflict: remote },
    commands: [{ type: 'pause sync' }],
  };
  const dropped: Pick<Case, 'after' | 'commands'> = {
    after: { loading: false, draft: draft('', 'k3'), restored: false },
    commands: [
      { type: 'remove stored' },
      { type: 'resume sync', seen: undefined },
      { type: 'adopt', value: empty },
    ],
  };
  test.each<[string, Case]>([
    ['finds nothing', { event: lookedUp(), after: { loading: false } }],
    ['fails', { event: { type: 'lookup given up' }, after: { loading: false } }],
    ['finds a copy, and nothing is here', { event: lookedUp(remote), ...adopted }],
    [
      'finds a copy, after the person began to write',
      { state: { edited: true }, event: lookedUp(remote), ...offered },
    ],
    [
      'finds a copy, after the draft was sent',
      { state: { cleared: true }, event: lookedUp(remote), after: { loading: false } },
    ],
    [
      'finds a newer copy of what is here',
      { local: stored({ seen: 't1', synced: true }), event: lookedUp(remote), ...adopted },
    ],
    [
      'finds another copy, and more was written here',
      { local: stored({ seen: 't1' }), event: lookedUp(remote), ...offered },
    ],
    [
      'finds the copy of before, and more was written here',
      {
        local: stored({ seen: 't2' }),
        event: lookedUp(remote),
        after: { loading: false },
        commands: [{ type: 'push', draft: draft('aquí') }],
      },
    ],
    [
      'finds that what is here was sent elsewhere',
      { local: stored({ seen: 't2', synced: true }), event: lookedUp(), ...dropped },
    ],
    [
      'finds that what is here was sent elsewhere, after the person wrote more',
      {
        local: stored({ seen: 't2', synced: true }),
        state: { edited: true },
        event: lookedUp(),
        after: { loading: false },
      },
    ],
  ])('%s', (_, one) => check(one));
});

describe('while the person writes', () => {
  const state = { loading: false };
  const edited = { ...state, edited: true, unsaved: true };
  test.each<[string, Case]>([
    [
      'an edit is pushed, and stored after a pause',
      {
        state,
        event: { type: 'edited', part: { body: 'más' } },
        after: { draft: draft('más', 'new'), edited: true, unsaved: true },
        commands: [{ type: 'push', draft: draft('más', 'new') }, { type: 'wait for pause' }],
      },
    ],
    [
      'a new key is an edit',
      {
        local: stored(),
        state,
        event: { type: 'key renewed', key: 'k9' },
        after: { draft: draft('aquí', 'k9'), edited: true, unsaved: true },
        commands: [{ type: 'push', draft: draft('aquí', 'k9') }, { type: 'wait for pause' }],
      },
    ],
    [
      'the pause is over',
      {
        local: stored(),
        state: edited,
        event: { type: 'pause over' },
        after: { unsaved: false },
        commands: [{ type: 'store', draft: draft('aquí') }],
      },
    ],
    ['the pause is over and all is stored', { state, event: { type: 'pause over' }, after: {} }],
    [
      'the page is left',
      {
        local: stored(),
        state: edited,
        event: { type: 'left' },
        after: { unsaved: false },
        commands: [{ type: 'store', draft: draft('aquí') }, { type: 'flush' }],
      },
    ],
    [
      'the page is left and all is stored',
      { state, event: { type: 'left' }, after: {}, commands: [{ type: 'flush' }] },
    ],
    [
      'an older draft was pushed',
      { state: edited, event: { type: 'synced', draft: draft('antes'), savedAt: 't3' }, after: {} },
    ],
  ])('%s', (_, one) => check(one));

  test('the draft was pushed', () => {
    const before = opened(stored(), edited);
    const [after, ...commands] = draftTransition(empty, stored())(before, {
      type: 'synced',
      draft: before.draft,
      savedAt: 't3',
    });
    expect(after).toEqual({ ...before, unsaved: false });
    expect(commands).toEqual([{ type: 'store', draft: before.draft, seen: 't3' }]);
  });
});

describe('two devices', () => {
  const state = { loading: false, conflict: remote };
  test.each<[string, Case]>([
    [
      'a push replaced the copy of another one',
      {
        state: { loading: false },
        event: { type: 'conflict found', remote },
        after: { conflict: remote },
        commands: [{ type: 'pause sync' }],
      },
    ],
    [
      'the person chooses the other copy',
      {
        local: stored(),
        state,
        event: { type: 'remote chosen' },
        after: { conflict: undefined, draft: draft('allá', 'k2') },
        commands: [
          { type: 'resume sync', seen: 't2' },
          { type: 'store', draft: draft('allá', 'k2'), seen: 't2' },
          { type: 'adopt', value: { body: 'allá', files: [] } },
          { type: 'push', draft: draft('allá', 'k2') },
        ],
      },
    ],
    [
      'the person chooses this one',
      {
        local: stored(),
        state,
        event: { type: 'local chosen' },
        after: { conflict: undefined },
        commands: [
          { type: 'resume sync', seen: 't2' },
          { type: 'push', draft: draft('aquí') },
        ],
      },
    ],
    ['there is nothing to choose', { event: { type: 'remote chosen' }, after: {} }],
  ])('%s', (_, one) => check(one));
});

test('a draft that was sent or discarded goes from both places', () => {
  check({
    local: stored(),
    state: { loading: false, edited: true, unsaved: true, conflict: remote },
    event: { type: 'cleared', newKey: 'k9' },
    after: {
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
