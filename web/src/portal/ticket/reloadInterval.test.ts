import { expect, test } from 'vitest';
import { reloadInterval } from './reloadInterval';

const second = 1000;
const minute = 60 * second;

test.each([
  [0, 45 * second],
  [45 * second, 45 * second],
  [90 * second, 90 * second],
  [8 * minute, 2 * minute],
  [60 * minute, 2 * minute],
  [-minute, 45 * second],
])('after %d ms without a change, the next reload is in %d ms', (unchangedFor, interval) => {
  expect(reloadInterval(unchangedFor)).toBe(interval);
});
