import { expect, test } from 'vitest';
import { arrivals } from './arrivals';
import type { Companion } from './usePresence';

const reads = (id: string): Companion => ({ id, name: id, doing: 'viewing' });
const writes = (id: string): Companion => ({ id, name: id, doing: 'writing' });

test.each([
  ['somebody comes', [], [reads('ana')], ['ana']],
  ['somebody stays', [reads('ana')], [reads('ana')], []],
  ['a reader begins to write', [reads('ana')], [writes('ana')], ['ana']],
  ['a writer stops', [writes('ana')], [reads('ana')], []],
  ['another comes', [writes('ana')], [writes('ana'), reads('bruno')], ['bruno']],
  ['all leave', [writes('ana')], [], []],
])('%s', (_, before, now, expected) => {
  expect(arrivals(before, now).map(({ id }) => id)).toEqual(expected);
});
