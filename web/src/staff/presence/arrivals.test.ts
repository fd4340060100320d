import { expect, test } from 'vitest';
import { arrivals } from './arrivals';
import type { Companion } from './usePresence';

const viewer = (id: string): Companion => ({ id, name: id, doing: 'viewing' });
const writer = (id: string): Companion => ({ id, name: id, doing: 'writing' });

test.each([
  ['a person opens the ticket', [], [viewer('ana')], ['ana']],
  ['a person continues to view the ticket', [viewer('ana')], [viewer('ana')], []],
  ['a viewer starts writing', [viewer('ana')], [writer('ana')], ['ana']],
  ['a writer stops writing', [writer('ana')], [viewer('ana')], []],
  ['another person opens the ticket', [writer('ana')], [writer('ana'), viewer('bruno')], ['bruno']],
  ['everyone leaves', [writer('ana')], [], []],
])('%s', (_, previous, current, expected) => {
  expect(arrivals(previous, current).map(({ id }) => id)).toEqual(expected);
});
