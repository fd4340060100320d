import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Calls, Saved } from './remote';
import type { Draft } from './store';
import { DraftSync } from './sync';

interface Value {
  body: string;
}

const draft = (body: string): Draft<Value> => ({ value: { body }, key: 'llave', savedAt: 0 });

function desk() {
  const log: string[] = [];
  let count = 0;
  const fail: unknown[] = [];
  const answers: Partial<Saved>[] = [];
  const calls: Calls<Value> = {
    save: async ({ value }, seen, leaving) => {
      const error = fail.shift();
      if (error) throw error;
      count += 1;
      log.push(`save ${value.body} seen ${seen ?? 'none'}${leaving ? ' leaving' : ''}`);
      return { savedAt: `t${count}`, ...answers.shift() };
    },
    remove: async () => void log.push('remove'),
  };
  const replaced: unknown[] = [];
  const sync = new DraftSync<Value>(calls, { saved: () => undefined, replaced: (one) => replaced.push(one) });
  return { log, fail, answers, replaced, sync };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('saves when typing pauses, once, and what it has seen goes along', async () => {
  const { log, sync } = desk();
  sync.change(draft('a'));
  sync.change(draft('ab'));
  await vi.advanceTimersByTimeAsync(2_400);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  sync.change(draft('abc'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(log).toEqual(['save ab seen none', 'save abc seen t1']);
});

test('who never pauses is saved every ten seconds', async () => {
  const { log, sync } = desk();
  for (let second = 0; second < 21; second++) {
    sync.change(draft(String(second)));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(log.length).toBe(2);
});

test('a save that failed is made again, also after the session was renewed; a refusal is not', async () => {
  const { log, fail, sync } = desk();
  fail.push(new Problem({ status: 401 }), Problem.unreachable(undefined));
  sync.change(draft('a'));
  await vi.advanceTimersByTimeAsync(40_000);
  expect(log).toEqual(['save a seen none']);
  fail.push(new Problem({ status: 400 }));
  sync.change(draft('b'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(['save a seen none']);
});

test('what was sent is removed, after what was on its way', async () => {
  const { log, sync } = desk();
  sync.change(draft('a'));
  sync.flush();
  sync.forget();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none', 'remove']);
});

test('a copy that the page before left as it was closed goes too', async () => {
  const { log, sync } = desk();
  sync.forget();
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(['remove']);
});

test('nothing is written over while the person has yet to choose', async () => {
  const { log, answers, replaced, sync } = desk();
  answers.push({
    replaced: { texts: {}, values: {}, attachmentIds: [], key: 'k', device: 'd', savedAt: 't' },
  });
  sync.change(draft('a'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(replaced.length).toBe(1);
  expect(sync.paused).toBe(true);
  sync.change(draft('b'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none']);
  sync.paused = false;
  sync.change(draft('b'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(log).toEqual(['save a seen none', 'save b seen t1']);
});

test('a save that was lined up behind one that found another text waits as well', async () => {
  const { log, answers, sync } = desk();
  answers.push({
    replaced: { texts: {}, values: {}, attachmentIds: [], key: 'k', device: 'd', savedAt: 't' },
  });
  sync.change(draft('a'));
  sync.flush();
  sync.change(draft('b'));
  sync.flush();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(log).toEqual(['save a seen none']);
});
