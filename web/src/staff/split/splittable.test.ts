import { expect, test } from 'vitest';
import type { Entry } from '../../api/queries';
import { selectionError, splittable } from './splittable';

const entry = (id: string, kind: Entry['kind'], movedTo?: string): Entry => ({
  id,
  kind,
  author: { id: 'usuario', name: 'Usuario', role: 'requester' },
  attachments: [],
  changes: [],
  createdAt: '2026-11-24T16:00:00Z',
  version: 1,
  ...(movedTo && { movedTo }),
});

const entries = [
  entry('1', 'message'),
  entry('2', 'event'),
  entry('3', 'note'),
  entry('4', 'response', 'PNT000002'),
];

test('messages, responses and notes can be split off once', () => {
  expect(splittable(entries).map(({ id }) => id)).toEqual(['1', '3']);
});

test('the requester must see at least one entry of the new ticket', () => {
  expect(selectionError(entries, [])).toBe('none');
  expect(selectionError(entries, ['3'])).toBe('unseen');
  expect(selectionError(entries, ['1', '3'])).toBeUndefined();
});
