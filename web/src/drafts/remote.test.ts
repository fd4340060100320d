import { beforeEach, expect, test, vi } from 'vitest';
import { decide, fromRemote, type Remote, toRemote } from './remote';
import type { StoredDraft } from './store';

const remote = (part: Partial<Remote> = {}): Remote => ({
  texts: { body: '<p>a</p>' },
  values: {},
  attachmentIds: [],
  key: 'llave',
  device: 'phone',
  savedAt: 't2',
  ...part,
});
const local = (part: Partial<StoredDraft<object>> = {}): StoredDraft<object> => ({
  value: {},
  key: 'llave',
  savedAt: 1,
  ...part,
});

test.each([
  ['neither', undefined, undefined, 'nothing'],
  ['only here', local(), undefined, 'push'],
  [
    'only here, as it was there before: sent elsewhere',
    local({ seen: 't1', synced: true }),
    undefined,
    'drop',
  ],
  ['only there', undefined, remote(), 'adopt'],
  ['the same', local({ seen: 't2', synced: true }), remote(), 'nothing'],
  ['more here', local({ seen: 't2' }), remote(), 'push'],
  ['more there', local({ seen: 't1', synced: true }), remote(), 'adopt'],
  ['more on both', local({ seen: 't1' }), remote(), 'offer'],
  ['never seen, something here', local(), remote(), 'offer'],
  ['saved by this device on leaving', local({ seen: 't1' }), remote({ device: 'me' }), 'push'],
])('%s', (_, here, there, decision) => {
  expect(decide(here, there, 'me')).toBe(decision);
});

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => 'este-aparato', setItem: () => undefined }));

test('a form survives being saved on the server and loaded', () => {
  const file = { id: 'f1', filename: 'a.pdf', size: 1, contentType: 'application/pdf' };
  const value = { body: '<p>Hola</p>', subject: 'a < b', files: [file], began: 3 };
  const sent = toRemote({ value, key: 'llave' }, { texts: ['body'], files: 'files' });
  expect(sent).toEqual({
    texts: { body: '<p>Hola</p>' },
    values: { subject: 'a < b', files: [file], began: 3 },
    attachmentIds: ['f1'],
    key: 'llave',
    device: 'este-aparato',
  });
  const empty = { body: '', subject: '', files: [] as (typeof file)[], began: 0 };
  expect(fromRemote(remote({ texts: sent.texts, values: sent.values }), empty)).toEqual(value);
});

test('a field that an older page stored with another type is left out', () => {
  const empty = { body: '', files: [] as string[] };
  expect(fromRemote(remote({ values: { files: 'x', other: 1 } }), empty)).toEqual({
    body: '<p>a</p>',
    files: [],
  });
});
