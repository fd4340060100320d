import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { uploadFile } from './upload';
import { useUploads } from './useUploads';

vi.mock('./upload', async (original) => ({
  ...(await original<typeof import('./upload')>()),
  uploadFile: vi.fn(),
}));

const limits = { maxBytes: 100, maxFiles: 2, types: [] };
const stored = { id: 'f1', filename: 'a.txt', size: 4, contentType: 'text/plain' };
const file = (name: string, text = 'hola') => new File([text], name, { type: 'text/plain' });

/** The requests in the order in which they were sent. The tests resolve or reject them. */
const requests: { resolve: (uploaded: typeof stored) => void; reject: (cause: Error) => void }[] = [];
const signals: AbortSignal[] = [];
let report: (fraction: number) => void = () => {};

beforeEach(() => {
  requests.length = 0;
  signals.length = 0;
  vi.mocked(uploadFile).mockImplementation((_, { onProgress, signal }) => {
    report = onProgress;
    signals.push(signal);
    return new Promise((resolve, reject) => requests.push({ resolve, reject }));
  });
});

function setUp(initial: (typeof stored)[] = []) {
  const onChange = vi.fn();
  const hook = renderHook(() => useUploads(limits, initial, onChange));
  return { ...hook, onChange };
}

test('a file is uploaded as soon as it is chosen', async () => {
  const { result, onChange } = setUp();
  let outcomes: ReturnType<typeof result.current.add> = [];
  act(() => {
    outcomes = result.current.add([file('a.txt')]);
  });
  expect(result.current.pending).toBe(true);
  act(() => report(0.5));
  expect(result.current.items[0]).toMatchObject({ name: 'a.txt', state: 'uploading', progress: 0.5 });
  await act(async () => requests[0]?.resolve(stored));
  expect(result.current.items[0]).toMatchObject({ state: 'done', progress: 1 });
  expect(result.current.pending).toBe(false);
  expect(onChange.mock.calls).toEqual([[[stored]]]);
  expect(await outcomes[0]).toEqual(stored);
});

test('a failed file can be retried', async () => {
  const { result, onChange } = setUp();
  let outcomes: ReturnType<typeof result.current.add> = [];
  act(() => {
    outcomes = result.current.add([file('a.txt')]);
  });
  await act(async () => requests[0]?.reject(new Error('network')));
  expect(result.current.items[0]).toMatchObject({ state: 'failed', canRetry: true });
  expect(await outcomes[0]).toBeUndefined();
  act(() => result.current.retry(result.current.items[0]?.key ?? ''));
  await act(async () => requests[1]?.resolve(stored));
  expect(result.current.items[0]).toMatchObject({ state: 'done', uploaded: stored });
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('removing a file aborts its upload, and its promise resolves to undefined', async () => {
  const { result, onChange } = setUp();
  let outcomes: ReturnType<typeof result.current.add> = [];
  act(() => {
    outcomes = result.current.add([file('a.txt')]);
  });
  act(() => result.current.remove(result.current.items[0]?.key ?? ''));
  expect(signals[0]?.aborted).toBe(true);
  expect(result.current.items).toEqual([]);
  expect(await outcomes[0]).toBeUndefined();
  await act(async () => requests[0]?.reject(new DOMException('aborted', 'AbortError')));
  expect(result.current.items).toEqual([]);
  expect(onChange).not.toHaveBeenCalled();
});

test('an invalid file is not sent', () => {
  const { result } = setUp();
  act(() => void result.current.add([file('a.txt', 'x'.repeat(101)), file('b.txt', '')]));
  expect(result.current.items.map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect(uploadFile).not.toHaveBeenCalled();
});

test('the files of a draft are shown at once, and removing one changes the form', () => {
  const { result, onChange } = setUp([stored]);
  expect(result.current.items).toMatchObject([{ key: 'f1', state: 'done' }]);
  expect(onChange).not.toHaveBeenCalled();
  act(() => result.current.remove('f1'));
  expect(onChange.mock.calls).toEqual([[[]]]);
});

test('leaving the form aborts its uploads', () => {
  const { result, unmount } = setUp();
  act(() => void result.current.add([file('a.txt')]));
  unmount();
  expect(signals[0]?.aborted).toBe(true);
});
