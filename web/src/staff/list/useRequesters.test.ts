import { expect, test } from 'vitest';
import { hasWords } from './useRequesters';

test.each([
  ['María López Estrada', 'lopez mar', true],
  ['María López Estrada', '', true],
  ['María López Estrada', 'estrado', false],
  ['Ana Torres', 'na', false],
])('%s is found by «%s»: %s', (name, typed, found) => {
  expect(hasWords(name, typed)).toBe(found);
});
