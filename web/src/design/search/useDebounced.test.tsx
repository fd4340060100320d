import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useDebounced } from './useDebounced';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('returns a value after it has not changed for the delay', () => {
  const { result, rerender } = renderHook(({ value }) => useDebounced(value, 400), {
    initialProps: { value: 'a' },
  });
  expect(result.current).toBe('a');
  rerender({ value: 'ab' });
  act(() => vi.advanceTimersByTime(300));
  rerender({ value: 'abc' });
  act(() => vi.advanceTimersByTime(399));
  expect(result.current).toBe('a');
  act(() => vi.advanceTimersByTime(1));
  expect(result.current).toBe('abc');
});
