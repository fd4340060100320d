import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../api/client';
import { useForm } from '../design/form/useForm';
import { agent, Providers } from '../testing/Providers';
import { respond } from '../testing/respond';
import { draftName, readDraft, writeDraft } from './store';
import { useDraftWithFiles } from './useDraftWithFiles';

const file = { id: 'f1', filename: 'a.pdf', size: 1, contentType: 'application/pdf' };
const empty = { body: '', files: [] as (typeof file)[] };
const limits = { maxBytes: 100, maxFiles: 2, types: [] };
const name = draftName(agent.id, 'nuevo');

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(api, 'GET').mockImplementation(async () => respond(404));
  vi.spyOn(api, 'PUT').mockImplementation(async () => respond(200, { savedAt: 't1' }));
  vi.spyOn(api, 'DELETE').mockImplementation(async () => respond(204));
  writeDraft(localStorage, name, {
    value: { body: 'Hola', files: [file] },
    key: 'k1',
    savedAt: Date.now(),
  });
});
afterEach(async () => {
  // Closing the form pushes its draft. This request must be sent before the mocks are restored.
  cleanup();
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
});

const advance = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

async function open() {
  const hook = renderHook(
    () => {
      const draft = useDraftWithFiles('nuevo', empty, { texts: ['body'], files: 'files' }, limits);
      return { draft, form: useForm({ store: draft, onSubmit: () => {} }) };
    },
    { wrapper: Providers },
  );
  await advance(0);
  return hook;
}

test('a restored draft contains its files, and edits of the form are stored', async () => {
  const { result } = await open();
  expect(result.current.draft).toMatchObject({ restored: true, key: 'k1' });
  expect(result.current.draft.uploads.items).toMatchObject([{ name: 'a.pdf', state: 'done' }]);
  act(() => result.current.form.field('body').onValue('Hola y más'));
  expect(result.current.form.values.body).toBe('Hola y más');
  await advance(300);
  expect(readDraft(localStorage, name)?.value).toEqual({ body: 'Hola y más', files: [file] });
});

test('removing a file changes the draft', async () => {
  const { result } = await open();
  act(() => result.current.draft.uploads.remove(result.current.draft.uploads.items[0]?.key ?? ''));
  expect(result.current.form.values.files).toEqual([]);
});

test.each(['cleared', 'sent'])('a %s draft has no files', async (event) => {
  const { result } = await open();
  const { draft } = result.current;
  act(() => (event === 'sent' ? expect(draft.markSent(draft.value)).toBe(true) : draft.clear()));
  expect(result.current.form.values).toEqual(empty);
  expect(result.current.draft.uploads.items).toEqual([]);
});

test('files of a draft that was edited after it was sent remain', async () => {
  const { result } = await open();
  const { value } = result.current.draft;
  act(() => result.current.form.set({ body: 'Otra' }));
  act(() => expect(result.current.draft.markSent(value)).toBe(false));
  expect(result.current.form.values).toEqual({ body: 'Otra', files: [file] });
  expect(result.current.draft.uploads.items).toHaveLength(1);
});
