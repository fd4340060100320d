import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../api/client';
import { Providers } from '../testing/Providers';
import { respond } from '../testing/respond';
import type { Remote } from './remote';
import { draftName, readDraft, writeDraft } from './store';
import { useDraft } from './useDraft';

interface Value {
  body: string;
  files: { id: string; filename: string; size: number; contentType: string }[];
}

const empty: Value = { body: '', files: [] };
const name = draftName('p1', 'nuevo');
const remote: Remote = {
  texts: { body: 'allá' },
  values: { files: [] },
  attachmentIds: [],
  key: 'llave-de-otro',
  device: 'phone',
  savedAt: 't2',
};

/** The copy on the server: `undefined` if there is none, `never` if the server does not respond. */
let onServer: Remote | undefined | 'never';

beforeEach(() => {
  vi.useFakeTimers();
  onServer = undefined;
  vi.spyOn(api, 'GET').mockImplementation(async () => {
    if (onServer === 'never') return await new Promise<never>(() => {});
    return onServer ? respond(200, onServer) : respond(404);
  });
  vi.spyOn(api, 'PUT').mockImplementation(async () => respond(200, { savedAt: 't3' }));
  vi.spyOn(api, 'DELETE').mockImplementation(async () => respond(204));
});
afterEach(async () => {
  // Closing the form pushes its draft. This request must be sent before the mocks are restored.
  cleanup();
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
});

async function open(onAdopt: (value: Value) => void = () => {}) {
  const hook = renderHook(
    () => useDraft<Value>('p1', 'nuevo', empty, { texts: ['body'], files: 'files', onAdopt }),
    { wrapper: Providers },
  );
  await advance(0);
  return hook;
}

const advance = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

/** Returns the requests that saved the draft on the server. */
const pushes = () =>
  (vi.mocked(api.PUT).mock.calls as unknown as [string, { body: object; keepalive: boolean }][]).map(
    ([, request]) => request,
  );

test('an edit is stored on this device at once, and on the server after a pause', async () => {
  const { result } = await open();
  expect(result.current).toMatchObject({ value: empty, loading: false, restored: false });
  act(() => result.current.set({ body: 'a' }));
  act(() => result.current.set({ body: 'ab' }));
  await advance(300);
  expect(readDraft<Value>(localStorage, name)).toMatchObject({
    value: { body: 'ab' },
    key: result.current.key,
    synced: false,
  });
  expect(pushes()).toEqual([]);
  await advance(2_500);
  expect(pushes()).toMatchObject([{ body: { texts: { body: 'ab' }, key: result.current.key } }]);
  expect(readDraft<Value>(localStorage, name)).toMatchObject({ seen: 't3', synced: true });
});

test('a reload restores the draft and its key', async () => {
  writeDraft(localStorage, name, { value: { ...empty, body: 'a' }, key: 'k1', savedAt: Date.now() });
  const { result } = await open();
  expect(result.current).toMatchObject({ value: { body: 'a' }, key: 'k1', restored: true });
});

test('leaving the page stores and pushes the unsaved changes', async () => {
  const { result, unmount } = await open();
  act(() => result.current.set({ body: 'a' }));
  unmount();
  expect(readDraft<Value>(localStorage, name)).toMatchObject({ value: { body: 'a' } });
  await vi.advanceTimersByTimeAsync(0);
  expect(pushes()).toMatchObject([{ keepalive: true }]);
});

test('the copy of another device replaces an empty form', async () => {
  onServer = remote;
  const onAdopt = vi.fn();
  const { result } = await open(onAdopt);
  expect(result.current).toMatchObject({
    value: { body: 'allá' },
    key: 'llave-de-otro',
    restored: true,
    conflict: undefined,
  });
  expect(onAdopt).toHaveBeenCalledWith({ body: 'allá', files: [] });
});

test('a slow lookup does not block typing or replace the typed text', async () => {
  onServer = 'never';
  const { result } = await open();
  expect(result.current.loading).toBe(true);
  await advance(1_500);
  expect(result.current.loading).toBe(false);
  act(() => result.current.set({ body: 'a' }));
  expect(result.current.value.body).toBe('a');
});

test('the person chooses between two copies', async () => {
  writeDraft(localStorage, name, { value: { ...empty, body: 'aquí' }, key: 'k1', savedAt: Date.now() });
  onServer = remote;
  const { result } = await open();
  expect(result.current.conflict).toEqual(remote);
  await advance(10_000);
  expect(pushes()).toEqual([]);
  act(() => result.current.chooseLocal());
  await advance(3_000);
  expect(pushes()).toMatchObject([{ body: { texts: { body: 'aquí' }, seen: 't2' } }]);
});

test('a sent draft is removed, and the next draft has another key', async () => {
  const { result } = await open();
  act(() => result.current.set({ body: 'a' }));
  const { key, value } = result.current;
  act(() => expect(result.current.markSent(value)).toBe(true));
  await advance(0);
  expect(result.current.value).toEqual(empty);
  expect(result.current.key).not.toBe(key);
  expect(readDraft(localStorage, name)).toBeUndefined();
  expect(api.DELETE).toHaveBeenCalledTimes(1);
});

test('text typed while the draft is sent remains, with another key', async () => {
  const { result } = await open();
  act(() => result.current.set({ body: 'a' }));
  const { key, value } = result.current;
  act(() => result.current.set({ body: 'ab' }));
  act(() => expect(result.current.markSent(value)).toBe(false));
  expect(result.current.value.body).toBe('ab');
  expect(result.current.key).not.toBe(key);
  expect(api.DELETE).not.toHaveBeenCalled();
});
