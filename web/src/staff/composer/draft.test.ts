import { expect, test } from 'vitest';
import { baseVersion, blockedBy, entryRequest, idempotencyKey } from './draft';

const file = { id: 'f1', filename: 'a.pdf', size: 1, contentType: 'application/pdf' };
const draft = { body: '<p>Hola</p>', attachments: [file], baseVersion: 3 };

test('the request has the files, and the status that its button sets', () => {
  const entry = { kind: 'response', body: '<p>Hola</p>', version: 4, attachmentIds: ['f1'] };
  expect(entryRequest(draft, 'response', 'keep', 4)).toEqual(entry);
  expect(entryRequest(draft, 'response', 'resolve', 4)).toEqual({ ...entry, status: 'resolved' });
  const wait = { waitingFor: 'requester', waitingReason: 'Su folio' } as const;
  expect(entryRequest(draft, 'response', 'wait', 4, { wait })).toEqual({
    ...entry,
    status: 'waiting',
    ...wait,
  });
  expect(entryRequest({ ...draft, attachments: [] }, 'note', 'keep', 4).attachmentIds).toBeUndefined();
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
  [
    'nothing, if a failed file cannot be retried,',
    draft,
    [{ state: 'failed', canRetry: false } as const],
    undefined,
  ],
])('%s blocks sending', (_, testDraft, files, reason) => {
  expect(blockedBy(testDraft, files)).toBe(reason);
});

test.each([
  ['the first edit is based on the current version', 0, 5, 7, 7],
  ['a later edit keeps the base version', 3, 3, 7, 3],
  ['a newer version that the person has seen becomes the base', 3, 7, 7, 7],
])('%s', (_, before, seen, current, base) => {
  expect(baseVersion(before, seen, current)).toBe(base);
});
