import { expect, test } from 'vitest';
import { clampWidth, defaultWidth, maxWidth, minWidth } from './listWidth';

test('a width is rounded and stays between the minimum and the maximum', () => {
  expect(clampWidth(3)).toBe(minWidth);
  expect(clampWidth(90)).toBe(maxWidth);
  expect(clampWidth(20.4)).toBe(20);
  expect(clampWidth(Number.NaN)).toBe(defaultWidth);
});
