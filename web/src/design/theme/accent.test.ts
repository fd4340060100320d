import { describe, expect, test } from 'vitest';
import { accentTokens, contrast, parseHex } from './accent';

function rgb(css: string): [number, number, number] {
  return css.match(/\d+/g)?.map(Number) as [number, number, number];
}

describe('an accent colour gets enough contrast', () => {
  test.each(['#2c5e8c', '#fff', '#000000', '#ffff00', '#9f2241', '#00ff00', '#808080'])('%s', (color) => {
    const tokens = accentTokens(color);
    if (!tokens) throw new Error('not a colour');
    for (const token of tokens.light)
      expect(contrast(rgb(token), [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
    for (const token of tokens.dark) expect(contrast(rgb(token), [26, 34, 42])).toBeGreaterThanOrEqual(4.5);
  });
});

test('a colour with enough contrast is not changed', () => {
  expect(accentTokens('#2c5e8c')?.light[0]).toBe('rgb(44 94 140)');
});

test('an invalid colour is ignored', () => {
  expect(parseHex('rojo')).toBeUndefined();
  expect(accentTokens('url(x)')).toBeUndefined();
});
