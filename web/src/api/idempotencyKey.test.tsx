import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { newIdempotencyKey, useIdempotencyKey } from './idempotencyKey';
import { Problem } from './problem';

test('keys are unique and have the format of the contract', () => {
  const keys = new Set(Array.from({ length: 100 }, newIdempotencyKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{8,128}$/);
});

test.each([
  [0, false],
  [401, false],
  [429, false],
  [503, false],
  [400, true],
  [409, true],
])('after status %i the key is renewed: %s', (status, renewed) => {
  const { result } = renderHook(useIdempotencyKey);
  const { key } = result.current;
  act(() => result.current.renewAfter(new Problem({ status })));
  expect(result.current.key !== key).toBe(renewed);
});
