import { expect, test } from 'vitest';
import { narrowest, usual, widest, within } from './listWidth';

test('a width is one that leaves room for both', () => {
  expect(within(3)).toBe(narrowest);
  expect(within(90)).toBe(widest);
  expect(within(20.4)).toBe(20);
  expect(within(Number.NaN)).toBe(usual);
});
