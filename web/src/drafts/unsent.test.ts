import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../api/client';
import { makeQueryClient } from '../api/queries';
import type { Uploaded } from '../design/files/upload';
import { respond } from '../testing/respond';
import { appended, moveToDraft } from './unsent';

interface Value {
  body: string;
  files: Uploaded[];
}
const file = (id: string) =>
  ({ id, filename: id, size: 1, contentType: 'text/plain' }) as unknown as Uploaded;
const empty: Value = { body: '', files: [] };
const shape = { texts: ['body'], files: 'files' } as const;
const target = { ...shape, purpose: 'respuesta.PNT2', empty };
const name = 'mesa.draft.ana.respuesta.PNT2';

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
});

const stored = () => JSON.parse(localStorage.getItem(name) ?? 'null');
const move = () => moveToDraft(makeQueryClient(), 'ana', target, { html: '<p>b</p>', files: [file('2')] });

test('the text and the files are appended', () => {
  const value = { body: '<p>a</p>', files: [file('1')] };
  expect(appended(value, shape, { html: '<p>b</p>', files: [file('1'), file('2')] })).toEqual({
    body: '<p>a</p><p>b</p>',
    files: [file('1'), file('2')],
  });
});

test.each([
  ['no draft exists', undefined, undefined, '<p>b</p>', undefined],
  ['only the server has a draft', undefined, '<p>r</p>', '<p>r</p><p>b</p>', 't1'],
  ['only this device has a draft', '<p>a</p>', undefined, '<p>a</p><p>b</p>', 't0'],
  // The form then finds the server's newer draft and offers the choice.
  ['both have a draft', '<p>a</p>', '<p>r</p>', '<p>a</p><p>b</p>', 't0'],
])('%s', async (_, local, remote, body, seen) => {
  vi.spyOn(api, 'GET').mockImplementation(async () =>
    remote
      ? respond(200, {
          texts: { body: remote },
          values: { files: [] },
          attachments: [],
          key: 'remote-key',
          device: 'phone',
          savedAt: 't1',
        })
      : respond(404),
  );
  if (local) {
    const draft = {
      value: { body: local, files: [] },
      key: 'k',
      savedAt: Date.now(),
      seen: 't0',
      synced: true,
    };
    localStorage.setItem(name, JSON.stringify(draft));
  }
  await move();
  expect(stored()).toMatchObject({ value: { body }, synced: false });
  expect(stored().seen).toBe(seen);
  expect(stored().value.files).toHaveLength(1);
});

test('nothing is stored if the draft on the server cannot be loaded', async () => {
  vi.spyOn(api, 'GET').mockImplementation(async () => respond(503, undefined, {}));
  await expect(move()).rejects.toThrow();
  expect(stored()).toBeNull();
});
