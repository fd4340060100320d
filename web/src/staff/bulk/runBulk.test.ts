import { expect, test } from 'vitest';
import { Problem } from '../../api/problem';
import { type BulkResult, runBulk } from './runBulk';

const tickets = Array.from({ length: 10 }, (_, i) => ({ number: `T${i}`, version: i, priority: null }));

test('each ticket has its own result, and at most four requests run at once', async () => {
  const results = new Map<string, BulkResult>();
  let running = 0;
  let maxRunning = 0;
  await runBulk({
    tickets,
    changeOf: () => ({ status: 'resolved' }),
    signal: new AbortController().signal,
    unexplained: '—',
    onResult: (number, result) => results.set(number, result),
    patch: async (number, change) => {
      maxRunning = Math.max(maxRunning, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      expect(change).toEqual({ status: 'resolved', version: Number(number.slice(1)) });
      if (number === 'T3') throw new Problem({ status: 409, version: 7 });
      if (number === 'T5')
        throw new Problem({ status: 400, errors: [{ field: 'status', message: 'No se puede.' }] });
      if (number === 'T6') throw new Problem({ status: 500 });
    },
  });
  expect(maxRunning).toBe(4);
  expect(results.size).toBe(10);
  expect(results.get('T3')).toEqual({ state: 'conflict' });
  expect(results.get('T5')).toEqual({ state: 'refused', reason: 'No se puede.' });
  expect(results.get('T6')).toEqual({ state: 'refused', reason: '—' });
  expect([...results.values()].filter(({ state }) => state === 'done')).toHaveLength(7);
});

test('tickets that were not started when the run is stopped stay unchanged', async () => {
  const stop = new AbortController();
  const patched: string[] = [];
  const stopped: string[] = [];
  await runBulk({
    tickets,
    changeOf: () => ({ priority: 'high' }),
    signal: stop.signal,
    unexplained: '—',
    onResult: (number, { state }) => state === 'stopped' && stopped.push(number),
    patch: async (number) => {
      patched.push(number);
      stop.abort();
    },
  });
  expect(patched.length).toBeLessThanOrEqual(4);
  expect(patched.length + stopped.length).toBe(10);
});

test('a retry uses the current version, and keeps a priority that another person set meanwhile', async () => {
  const results = new Map<string, string>();
  const patched: unknown[] = [];
  await runBulk({
    tickets: tickets.slice(0, 2),
    changeOf: ({ prioritized }) => (prioritized ? undefined : { priority: 'high' }),
    current: async ({ number }) => ({
      number,
      version: 30,
      priority: number === 'T1' ? 'low' : null,
      prioritized: number === 'T1',
    }),
    signal: new AbortController().signal,
    unexplained: '—',
    onResult: (number, { state }) => results.set(number, state),
    patch: async (number, change) => patched.push({ number, ...change }),
  });
  expect(Object.fromEntries(results)).toEqual({ T0: 'done', T1: 'prioritized' });
  expect(patched).toEqual([{ number: 'T0', priority: 'high', version: 30 }]);
});
