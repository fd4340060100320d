import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { RemoteCalls, Saved } from './remote';
import type { Draft } from './store';
import { DraftSync } from './sync';

interface Value {
  body: string;
}

const draft = (body: string): Draft<Value> => ({ value: { body }, key: 'llave' });

function setUp() {
  const log: string[] = [];
  let count = 0;
  const fail: unknown[] = [];
  const responses: Partial<Saved>[] = [];
  const calls: RemoteCalls<Value> = {
    save: async ({ value }, seen, leaving) => {
      const error = fail.shift();
      if (error) throw error;
      count += 1;
      log.push(`save ${value.body} seen ${seen ?? 'none'}${leaving ? ' leaving' : ''}`);
      return { savedAt: `t${count}`, ...responses.shift() };
    },
    remove: async () => void log.push('remove'),
  };
  const conflicts: unknown[] = [];
  const sync = new DraftSync<Value>(calls, {
    onSaved: () => undefined,
    onConflict: (remote) => conflicts.push(remote),
  });
  return { log, fail, responses, conflicts, sync };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a draft is pushed once when typing pauses, with the time of the last known copy', async () => {
  const { log, sync } = setUp();
  sync.push(draft('a'));
  sync.push(draft('ab'));
  await vi.advanceTimersByTimeAsync(2_400);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  sync.push(draft('abc'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(log).toEqual(['save ab seen none', 'save abc seen t1']);
});

test('without a pause a draft is pushed every ten seconds', async () => {
  const { log, sync } = setUp();
  for (let second = 0; second < 21; second++) {
    sync.push(draft(String(second)));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(log.length).toBe(2);
});

test('a failed push is retried, also after a new sign-in; a push that the server rejects is not', async () => {
  const { log, fail, sync } = setUp();
  fail.push(new Problem({ status: 401 }), Problem.unreachable(undefined));
  sync.push(draft('a'));
  await vi.advanceTimersByTimeAsync(40_000);
  expect(log).toEqual(['save a seen none']);
  fail.push(new Problem({ status: 400 }));
  sync.push(draft('b'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(['save a seen none']);
});

test('settling pushes at once and waits for the push', async () => {
  const { log, fail, sync } = setUp();
  sync.push(draft('a'));
  await sync.settle();
  expect(log).toEqual(['save a seen none']);
  fail.push(Problem.unreachable(undefined));
  sync.push(draft('b'));
  await sync.settle();
  expect(log).toEqual(['save a seen none']);
});

test('a push that fails after the person has left is not retried', async () => {
  const { log, fail, sync } = setUp();
  fail.push(new Problem({ status: 401 }));
  sync.push(draft('a'));
  sync.flush();
  sync.flush(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual([]);
});

test('a removal waits for the pushes before it', async () => {
  const { log, sync } = setUp();
  sync.push(draft('a'));
  sync.flush();
  sync.remove();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none', 'remove']);
});

test('a removal also deletes a copy that an earlier page pushed while closing', async () => {
  const { log, sync } = setUp();
  sync.remove();
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(['remove']);
});

test('nothing is pushed while the person has to choose', async () => {
  const { log, responses, conflicts, sync } = setUp();
  responses.push({
    replaced: { texts: {}, values: {}, attachmentIds: [], key: 'k', device: 'd', savedAt: 't' },
  });
  sync.push(draft('a'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(conflicts.length).toBe(1);
  expect(sync.paused).toBe(true);
  sync.push(draft('b'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none']);
  sync.paused = false;
  sync.push(draft('b'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(log).toEqual(['save a seen none', 'save b seen t1']);
});

test('a queued push waits until a conflict is resolved', async () => {
  const { log, responses, sync } = setUp();
  responses.push({
    replaced: { texts: {}, values: {}, attachmentIds: [], key: 'k', device: 'd', savedAt: 't' },
  });
  sync.push(draft('a'));
  sync.flush();
  sync.push(draft('b'));
  sync.flush();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none']);
});
