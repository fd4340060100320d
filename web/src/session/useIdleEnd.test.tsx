import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../api/client';
import { makeQueryClient } from '../api/queries';
import { respond } from '../testing/respond';
import { useIdleEnd } from './useIdleEnd';

const minute = 60_000;
const client = makeQueryClient();
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(api, 'PATCH').mockImplementation(async () => respond(200, { idleSeconds: 1800 }));
});
afterEach(() => vi.useRealTimers());

const reports = () =>
  vi
    .mocked(api.PATCH)
    .mock.calls.map((call: unknown[]) => (call[1] as { body: { idleFor: number } }).body.idleFor);

test('activity is reported at most every five minutes, with the time since the last of it', async () => {
  renderHook(() => useIdleEnd(Date.now() + 30 * minute), { wrapper });
  fireEvent.keyDown(window);
  await act(() => vi.advanceTimersByTimeAsync(minute));
  fireEvent.pointerMove(window);
  await act(() => vi.advanceTimersByTimeAsync(3 * minute));
  expect(reports()).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(minute));
  expect(reports()).toEqual([240]);
  await act(() => vi.advanceTimersByTimeAsync(20 * minute));
  expect(reports()).toEqual([240]);
});

test('activity on a page that was opened shortly before the end is reported before the warning', async () => {
  vi.spyOn(api, 'PATCH').mockImplementation(async () => respond(503, undefined, {}));
  const endsAt = Date.now() + 3 * minute;
  const { result } = renderHook(() => useIdleEnd(endsAt), { wrapper });
  fireEvent.keyDown(window);
  await act(() => vi.advanceTimersByTimeAsync(40_000));
  expect(result.current.endsSoon).toBe(false);
  expect(reports()).toEqual([30]);
  // A failed report is not repeated at once.
  fireEvent.pointerMove(window);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(reports()).toEqual([30]);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(reports()).toEqual([30, 20]);
});

test('without activity the person is warned, and can stay', async () => {
  const { result, rerender } = renderHook(({ endsAt }) => useIdleEnd(endsAt), {
    wrapper,
    initialProps: { endsAt: Date.now() + 30 * minute },
  });
  expect(result.current.endsSoon).toBe(false);
  await act(() => vi.advanceTimersByTimeAsync(28 * minute + 1000));
  rerender({ endsAt: Date.now() + 2 * minute - 1000 });
  expect(result.current.endsSoon).toBe(true);
  fireEvent.pointerMove(window);
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(reports()).toEqual([]);
  await act(async () => result.current.stay());
  expect(reports()).toEqual([0]);
  rerender({ endsAt: Date.now() + 30 * minute });
  expect(result.current.endsSoon).toBe(false);
});

test('dictated text is activity', async () => {
  renderHook(() => useIdleEnd(Date.now() + 30 * minute), { wrapper });
  fireEvent.input(window);
  await act(() => vi.advanceTimersByTimeAsync(5 * minute));
  expect(reports()).toEqual([300]);
});

test('sessions that do not end are not extended', async () => {
  renderHook(() => useIdleEnd(undefined), { wrapper });
  fireEvent.keyDown(window);
  await act(() => vi.advanceTimersByTimeAsync(10 * minute));
  expect(reports()).toEqual([]);
});
