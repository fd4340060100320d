import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '../api/client';
import { respond } from '../testing/respond';
import { callsFor, decide, fromRemote, type Remote, toRemote } from './remote';
import type { StoredDraft } from './store';
import * as tab from './tabId';

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
  ['no draft on the device or the server', undefined, undefined, 'nothing'],
  ['only a local draft', local(), undefined, 'push'],
  [
    'only a local draft that the server had before: it was sent from another device',
    local({ seen: 't1', synced: true }),
    undefined,
    'drop',
  ],
  ['only a draft on the server', undefined, remote(), 'adopt'],
  ['the same draft on both', local({ seen: 't2', synced: true }), remote(), 'nothing'],
  ['newer changes on the device', local({ seen: 't2' }), remote(), 'push'],
  ['newer changes on the server', local({ seen: 't1', synced: true }), remote(), 'adopt'],
  ['changes on both', local({ seen: 't1' }), remote(), 'offer'],
  ['a local draft, and a server copy that this device never loaded', local(), remote(), 'offer'],
  [
    'a server copy that the tab of the local draft saved when the page was left',
    local({ seen: 't1', device: 'phone' }),
    remote(),
    'push',
  ],
  [
    'a local draft of one tab, and a server copy of another tab',
    local({ seen: 't1', device: 'another-tab' }),
    remote(),
    'offer',
  ],
])('%s', (_, localDraft, serverCopy, decision) => {
  expect(decide(localDraft, serverCopy)).toBe(decision);
});

beforeEach(() => void vi.spyOn(tab, 'tabId').mockReturnValue('esta-pestaña'));

test('a form survives being saved on the server and loaded', () => {
  const file = { id: 'f1', filename: 'a.pdf', size: 1, contentType: 'application/pdf' };
  const value = { body: '<p>Hola</p>', subject: 'a < b', files: [file], began: 3 };
  const copy = toRemote({ value, key: 'llave' }, { texts: ['body'], files: 'files' });
  expect(copy).toEqual({
    texts: { body: '<p>Hola</p>' },
    values: { subject: 'a < b', files: [file], began: 3 },
    attachmentIds: ['f1'],
    key: 'llave',
    device: 'esta-pestaña',
  });
  const empty = { body: '', subject: '', files: [] as (typeof file)[], began: 0 };
  expect(fromRemote(remote({ texts: copy.texts, values: copy.values }), empty)).toEqual(value);
});

test('a field that an older page stored with another type is ignored', () => {
  const empty = { body: '', files: [] as string[] };
  expect(fromRemote(remote({ values: { files: 'x', other: 1 } }), empty)).toEqual({
    body: '<p>a</p>',
    files: [],
  });
});

test.each([
  ['equal to the saved one is not a conflict', { files: [], b: 1, a: [{ y: 2, x: 1 }] }, undefined],
  ['with other content is a conflict', { files: [], b: 2, a: [] }, 'replaced'],
])('a replaced copy %s', async (_, values, expected) => {
  const copy = remote({ values, attachmentIds: [] });
  vi.spyOn(api, 'PUT').mockImplementation(async () => respond(200, { savedAt: 't3', replaced: copy }));
  const value = { body: '<p>a</p>', a: [{ x: 1, y: 2 }], b: 1, files: [] as string[] };
  const saved = await callsFor<typeof value>('nuevo', { texts: ['body'], files: 'files' }).save(
    { value, key: 'k' },
    undefined,
    false,
  );
  expect(saved).toEqual({ savedAt: 't3', ...(expected && { replaced: copy }) });
});
