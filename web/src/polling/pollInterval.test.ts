import { expect, test } from 'vitest';
import { pollInterval } from './pollInterval';

test.each([
  ['something changed', 0, 0, 45_000],
  ['one poll found no change', 1, 0, 90_000],
  ['many polls found no change', 20, 0, 90_000],
  ['one failure', 0, 1, 90_000],
  ['three failures', 3, 3, 300_000],
  ['many failures', 0, 2_000, 300_000],
])('%s', (_, unchanged, failures, milliseconds) => {
  expect(pollInterval(unchanged, failures)).toBe(milliseconds);
});
