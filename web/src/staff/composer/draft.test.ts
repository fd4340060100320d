import { expect, test } from 'vitest';
import { baseVersion, blockedBy, entryToSend, idempotencyKey } from './draft';

const file = { id: 'f1', filename: 'a.pdf', size: 1, contentType: 'application/pdf' };
const draft = { body: '<p>Hola</p>', attachments: [file], baseVersion: 3 };

test('the request has the files, and the status that its button sets', () => {
  const entry = { kind: 'response', body: '<p>Hola</p>', version: 4, attachmentIds: ['f1'] };
  expect(entryToSend(draft, 'response', 'keep', 4)).toEqual(entry);
  expect(entryToSend(draft, 'response', 'resolve', 4)).toEqual({ ...entry, status: 'resolved' });
  const wait = { waitingFor: 'requester', waitingReason: 'Su folio' } as const;
  expect(entryToSend(draft, 'response', 'wait', 4, wait)).toEqual({ ...entry, status: 'waiting', ...wait });
  expect(entryToSend({ ...draft, attachments: [] }, 'note', 'keep', 4).attachmentIds).toBeUndefined();
});

test('each button has an Idempotency-Key of its own', () => {
  expect(idempotencyKey('k1', 'keep')).toBe('k1-keep');
  expect(idempotencyKey('k1', 'resolve')).toBe('k1-resolve');
});

const done = { state: 'done', canRetry: false } as const;
const uploading = { state: 'uploading', canRetry: false } as const;

test.each([
  ['nothing', draft, [done], undefined],
  ['no text', { ...draft, body: '' }, [uploading], 'empty'],
  ['an upload', draft, [done, uploading], 'uploading'],
  ['a file to retry', draft, [{ state: 'failed', canRetry: true } as const], 'failed'],
  ['nothing: the failed file is left out', draft, [{ state: 'failed', canRetry: false } as const], undefined],
])('%s blocks sending', (_, written, files, reason) => {
  expect(blockedBy(written, files)).toBe(reason);
});

test.each([
  ['the first edit is based on the current version', 0, 5, 7, 7],
  ['a later one stays on its version', 3, 3, 7, 3],
  ['what the person went to read moves it on', 3, 7, 7, 7],
])('%s', (_, before, seen, current, base) => {
  expect(baseVersion(before, seen, current)).toBe(base);
});
