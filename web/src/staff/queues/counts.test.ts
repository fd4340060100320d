import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countsKey, moveCounts, recordAct, storeCounts } from './counts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function clientWith(counts: Record<string, number>) {
  const client = new QueryClient();
  storeCounts(client, counts, Date.now());
  return { client, shown: () => client.getQueryData(countsKey) };
}

it('moves the counts at once, and ignores older counters', () => {
  const { client, shown } = clientWith({ mine: 2, open: 5, resolved: 0, mentions: 0 });
  moveCounts(client, ['mine', 'open', 'all'], ['resolved', 'all']);
  expect(shown()).toEqual({ mine: 1, open: 4, resolved: 1, mentions: 0 });
  vi.advanceTimersByTime(2_000);
  storeCounts(client, { mine: 2, open: 5, resolved: 0, mentions: 3 }, Date.now());
  expect(shown()).toEqual({ mine: 1, open: 4, resolved: 1, mentions: 3 });
  vi.advanceTimersByTime(10_000);
  storeCounts(client, { mine: 1, open: 7, resolved: 1, mentions: 0 }, Date.now());
  expect(shown()).toEqual({ mine: 1, open: 7, resolved: 1, mentions: 0 });
});

it('does not count an act twice if a response arrives before the changed ticket', () => {
  const { client, shown } = clientWith({ open: 5, resolved: 0, mentions: 0 });
  recordAct(client);
  storeCounts(client, { open: 4, resolved: 1, mentions: 0 }, Date.now());
  moveCounts(client, ['open'], ['resolved']);
  expect(shown()).toEqual({ open: 4, resolved: 1, mentions: 0 });
});

it('shows responses after an act that changes no queue', () => {
  const { client, shown } = clientWith({ open: 5 });
  moveCounts(client, ['open'], ['open']);
  storeCounts(client, { open: 6 }, Date.now());
  expect(shown()).toEqual({ open: 6 });
});
