import { expect, test } from 'vitest';
import { Problem } from '../../api/problem';
import { type BulkResult, runBulk } from './runBulk';

const tickets = Array.from({ length: 10 }, (_, i) => ({ number: `T${i}`, version: i }));

test('each ticket has its own result, and no more than a few are under way', async () => {
  const results = new Map<string, BulkResult>();
  let under = 0;
  let most = 0;
  await runBulk({
    tickets,
    change: { status: 'resolved' },
    signal: new AbortController().signal,
    unexplained: '—',
    onResult: (number, result) => results.set(number, result),
    patch: async (number, change) => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under -= 1;
      expect(change).toEqual({ status: 'resolved', version: Number(number.slice(1)) });
      if (number === 'T3') throw new Problem({ status: 409, version: 7 });
      if (number === 'T5')
        throw new Problem({ status: 400, errors: [{ field: 'status', message: 'No se puede.' }] });
      if (number === 'T6') throw new Problem({ status: 500 });
    },
  });
  expect(most).toBe(4);
  expect(results.size).toBe(10);
  expect(results.get('T3')).toEqual({ state: 'conflict', version: 7 });
  expect(results.get('T5')).toEqual({ state: 'refused', why: 'No se puede.' });
  expect(results.get('T6')).toEqual({ state: 'refused', why: '—' });
  expect([...results.values()].filter(({ state }) => state === 'done')).toHaveLength(7);
});

test('what was not begun when it is stopped is left alone', async () => {
  const stop = new AbortController();
  const made: string[] = [];
  const stopped: string[] = [];
  await runBulk({
    tickets,
    change: { priority: 'high' },
    signal: stop.signal,
    unexplained: '—',
    onResult: (number, { state }) => state === 'stopped' && stopped.push(number),
    patch: async (number) => {
      made.push(number);
      stop.abort();
    },
  });
  expect(made.length).toBeLessThanOrEqual(4);
  expect(made.length + stopped.length).toBe(10);
});
