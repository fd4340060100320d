import { expect, test } from 'vitest';
import { addedByOthers, type Entry } from './addedByOthers';

const entry = (version: number, id: string, field?: string) =>
  ({
    version,
    author: { id, role: id === 'system' ? 'system' : 'requester' },
    changes: field ? [{ field }] : [],
  }) as Entry;

test.each([
  ['entries of others', [entry(2, 'me'), entry(3, 'other')], [3]],
  ['no entries up to the version', [entry(1, 'other')], []],
  ['no assignment after an own entry', [entry(1, 'me'), entry(2, 'system', 'assignee')], []],
  [
    'an assignment after an entry of another person',
    [entry(1, 'other'), entry(2, 'system', 'assignee')],
    [2],
  ],
  ['another act of the system after an own entry', [entry(1, 'me'), entry(2, 'system', 'status')], [2]],
])('contains %s', (_, entries, versions) => {
  const added = addedByOthers({ version: 9, entries }, 1, 'me');
  expect(added.map(({ version }) => version)).toEqual(versions);
});
