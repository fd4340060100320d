import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../api/client';
import type { Ticket } from '../../api/queries';
import { mockNewEntries } from '../../testing/mockNewEntries';
import { Providers } from '../../testing/Providers';
import { respond } from '../../testing/respond';
import { useComposer } from './useComposer';

const ticket = { number: 'PNT000001', version: 4, entries: [] } as unknown as Ticket;
const limits = { maxBytes: 100, maxFiles: 2, types: [] };

/** Returns the key and the body of each request to add an entry. */
const sent = () =>
  (
    vi.mocked(api.POST).mock.calls as unknown as [
      string,
      { params: { header: { 'Idempotency-Key': string } }; body: { body: string; version: number } },
    ][]
  ).map(([, { params, body }]) => ({ key: params.header['Idempotency-Key'], ...body }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(api, 'GET').mockImplementation(async () => respond(404));
  vi.spyOn(api, 'PUT').mockImplementation(async () => respond(200, { savedAt: 't1' }));
  vi.spyOn(api, 'DELETE').mockImplementation(async () => respond(204));
  vi.spyOn(api, 'POST').mockImplementation(async () => respond(201, ticket));
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
});

const advance = (time = 0) => act(() => vi.advanceTimersByTimeAsync(time));

async function open(kind: 'response' | 'note' = 'response') {
  const onEdited = vi.fn();
  const newEntries = mockNewEntries();
  const hook = renderHook(() => useComposer({ ticket, kind, limits, newEntries, onEdited }), {
    wrapper: Providers,
  });
  await advance();
  return { ...hook, newEntries, onEdited };
}

test('while the person types, new entries are held back and the draft is based on the shown version', async () => {
  const { result, newEntries, onEdited } = await open();
  act(() => result.current.write('<p>Hola</p>'));
  expect(result.current.draft.value).toMatchObject({ body: '<p>Hola</p>', baseVersion: 4 });
  expect(newEntries.setTyping).toHaveBeenLastCalledWith(true);
  expect(onEdited).toHaveBeenCalledTimes(1);
});

test('an empty response is not sent', async () => {
  const { result } = await open();
  expect(result.current.ready).toBe(false);
  act(() => result.current.submit('keep'));
  expect(result.current.errorOf('body')).toBeTruthy();
  expect(api.POST).not.toHaveBeenCalled();
});

test('a sent response clears the draft and is confirmed until the next edit', async () => {
  const { result, newEntries } = await open();
  act(() => result.current.write('<p>Hola</p>'));
  const { key } = result.current.draft;
  act(() => result.current.submit('resolve'));
  expect(result.current.sending).toBe(true);
  act(() => result.current.submit('resolve'));
  await advance();
  expect(sent()).toMatchObject([
    { key: `${key}-resolve`, body: '<p>Hola</p>', version: 4, status: 'resolved' },
  ]);
  expect(result.current).toMatchObject({ sending: false, sent: 'resolve', problem: undefined });
  expect(result.current.draft.value.body).toBe('');
  expect(result.current.draft.key).not.toBe(key);
  expect(result.current.errorOf('body')).toBeUndefined();
  expect(newEntries.setTyping).toHaveBeenLastCalledWith(false);
  act(() => result.current.write('<p>Otra</p>'));
  expect(result.current.sent).toBeUndefined();
});

test('text typed while the response is sent remains', async () => {
  const { result } = await open();
  act(() => result.current.write('<p>Hola</p>'));
  act(() => result.current.submit('keep'));
  act(() => result.current.write('<p>Hola y más</p>'));
  await advance();
  expect(result.current.sent).toBe('keep');
  expect(result.current.draft.value.body).toBe('<p>Hola y más</p>');
});

test('after a conflict the text remains, and the next request is based on the current version', async () => {
  const { result } = await open();
  act(() => result.current.write('<p>Hola</p>'));
  vi.mocked(api.POST).mockImplementationOnce(async () =>
    respond(409, undefined, { title: 'Cambió', version: 7, changes: [] }),
  );
  act(() => result.current.submit('keep'));
  await advance();
  expect(result.current.problem?.version).toBe(7);
  expect(result.current.draft.value).toMatchObject({ body: '<p>Hola</p>', baseVersion: 7 });
  act(() => result.current.submit('keep'));
  await advance();
  const [first, second] = sent();
  expect(second?.version).toBe(7);
  expect(second?.key).not.toBe(first?.key);
});

test('a retry after a temporary failure repeats the request', async () => {
  const { result } = await open('note');
  act(() => result.current.write('<p>Hola</p>'));
  vi.mocked(api.POST).mockImplementationOnce(async () => respond(503, undefined, {}));
  act(() => result.current.submit('keep'));
  await advance();
  expect(result.current.problem?.status).toBe(503);
  act(() => result.current.submit('keep'));
  await advance();
  const [first, second] = sent();
  expect(second).toEqual(first);
});
