import { expect, test } from 'vitest';
import { reloadInterval } from './reloadInterval';

const second = 1000;
const minute = 60 * second;

test.each([
  [0, 15 * second],
  [minute, 15 * second],
  [2 * minute, 30 * second],
  [8 * minute, 2 * minute],
  [60 * minute, 2 * minute],
  [-minute, 15 * second],
])('after %d ms without a change, the next reload is in %d ms', (unchangedFor, interval) => {
  expect(reloadInterval(unchangedFor)).toBe(interval);
});
