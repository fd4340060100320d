import { expect, test } from 'vitest';
import { clamped, defaultWidth, maxWidth, minWidth } from './listWidth';

test('a width is rounded and stays between the minimum and the maximum', () => {
  expect(clamped(3)).toBe(minWidth);
  expect(clamped(90)).toBe(maxWidth);
  expect(clamped(20.4)).toBe(20);
  expect(clamped(Number.NaN)).toBe(defaultWidth);
});
