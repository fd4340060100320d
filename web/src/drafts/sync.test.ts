import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { RemoteCalls, Saved } from './remote';
import type { Draft } from './store';
import { DraftSync } from './sync';

interface Value {
  body: string;
}

const draft = (body: string): Draft<Value> => ({ value: { body }, key: 'llave' });

function desk() {
  const log: string[] = [];
  let count = 0;
  const fail: unknown[] = [];
  const answers: Partial<Saved>[] = [];
  const calls: RemoteCalls<Value> = {
    save: async ({ value }, seen, leaving) => {
      const error = fail.shift();
      if (error) throw error;
      count += 1;
      log.push(`save ${value.body} seen ${seen ?? 'none'}${leaving ? ' leaving' : ''}`);
      return { savedAt: `t${count}`, ...answers.shift() };
    },
    remove: async () => void log.push('remove'),
  };
  const conflicts: unknown[] = [];
  const sync = new DraftSync<Value>(calls, {
    onSaved: () => undefined,
    onConflict: (remote) => conflicts.push(remote),
  });
  return { log, fail, answers, conflicts, sync };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('saves when typing pauses, once, and what it has seen goes along', async () => {
  const { log, sync } = desk();
  sync.push(draft('a'));
  sync.push(draft('ab'));
  await vi.advanceTimersByTimeAsync(2_400);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  sync.push(draft('abc'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(log).toEqual(['save ab seen none', 'save abc seen t1']);
});

test('who never pauses is saved every ten seconds', async () => {
  const { log, sync } = desk();
  for (let second = 0; second < 21; second++) {
    sync.push(draft(String(second)));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(log.length).toBe(2);
});

test('a save that failed is made again, also after the session was renewed; a refusal is not', async () => {
  const { log, fail, sync } = desk();
  fail.push(new Problem({ status: 401 }), Problem.unreachable(undefined));
  sync.push(draft('a'));
  await vi.advanceTimersByTimeAsync(40_000);
  expect(log).toEqual(['save a seen none']);
  fail.push(new Problem({ status: 400 }));
  sync.push(draft('b'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(['save a seen none']);
});

test('what was sent is removed, after what was on its way', async () => {
  const { log, sync } = desk();
  sync.push(draft('a'));
  sync.flush();
  sync.remove();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none', 'remove']);
});

test('a copy that the page before left as it was closed goes too', async () => {
  const { log, sync } = desk();
  sync.remove();
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(['remove']);
});

test('nothing is written over while the person has yet to choose', async () => {
  const { log, answers, conflicts, sync } = desk();
  answers.push({
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

test('a save that was lined up behind one that found another text waits as well', async () => {
  const { log, answers, sync } = desk();
  answers.push({
    replaced: { texts: {}, values: {}, attachmentIds: [], key: 'k', device: 'd', savedAt: 't' },
  });
  sync.push(draft('a'));
  sync.flush();
  sync.push(draft('b'));
  sync.flush();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none']);
});
