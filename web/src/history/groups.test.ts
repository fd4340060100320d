import { expect, test } from 'vitest';
import type { Schemas } from '../api/client';
import { groupsOf } from './groups';

const entry = (id: string, kind: Schemas['EntryKind']): Schemas['Entry'] => ({
  id,
  kind,
  author: { id: 'ana', name: 'Ana', role: 'agent' },
  createdAt: '2026-11-24T16:00:00Z',
  version: 1,
  attachments: [],
  changes: [],
});
const thread = [
  entry('1', 'message'),
  entry('2', 'event'),
  entry('3', 'event'),
  entry('4', 'response'),
  entry('5', 'event'),
];
const ids = (includes: (entry: Schemas['Entry']) => boolean) =>
  groupsOf(thread, includes).map((group) =>
    group.kind === 'written' ? group.entry.id : group.entries.map(({ id }) => id),
  );

test('consecutive events are grouped', () => {
  expect(ids(() => true)).toEqual(['1', ['2', '3'], '4', ['5']]);
});

test('the history contains the written entries and the included events', () => {
  expect(ids(() => false)).toEqual(['1', '4']);
  expect(ids(({ id }) => id === '5')).toEqual(['1', '4', ['5']]);
});
