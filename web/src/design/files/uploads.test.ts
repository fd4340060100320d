import { describe, expect, test } from 'vitest';
import { Problem } from '../../api/problem';
import { designTextsIn } from '../texts';
import { UploadRefused } from './upload';
import { failureOf } from './uploadFailure';
import { itemsOf, type UploadCommand, type UploadEvent, type UploadItem, uploadTransition } from './uploads';

const stored = (id: string) => ({ id, filename: `${id}.pdf`, size: 1, contentType: 'application/pdf' });
const chosen = (key: string, error?: string) => ({ key, name: `${key}.pdf`, size: 1, error });
const choose = (...files: ReturnType<typeof chosen>[]): UploadEvent => ({
  type: 'chosen',
  files,
  maxFiles: 2,
  tooMany: 'Son muchos.',
});
const uploading = (key: string): UploadItem => ({
  ...chosen(key),
  state: 'uploading',
  progress: 0,
  canRetry: false,
});
const failed = (key: string, canRetry: boolean): UploadItem => ({
  ...uploading(key),
  state: 'failed',
  error: 'Falló.',
  canRetry,
});
const done = (key: string): UploadItem => ({
  ...uploading(key),
  state: 'done',
  progress: 1,
  uploaded: stored(key),
});
const drop = (key: string): UploadCommand[] => [
  { type: 'drop', key },
  { type: 'settle', key },
];

const table: [string, UploadItem[], UploadEvent, [string, string][], UploadCommand[]][] = [
  ['a valid file is uploaded', [], choose(chosen('a')), [['a', 'uploading']], [{ type: 'start', key: 'a' }]],
  [
    'an invalid file shows its error',
    [],
    choose(chosen('a', 'Está vacío.')),
    [['a', 'failed']],
    [{ type: 'announce', what: 'failed', name: 'a.pdf', error: 'Está vacío.' }, ...drop('a')],
  ],
  [
    'files above the limit fail, and failed files do not count',
    [done('a'), failed('b', true)],
    choose(chosen('c'), chosen('d')),
    [
      ['a', 'done'],
      ['b', 'failed'],
      ['c', 'uploading'],
      ['d', 'failed'],
    ],
    [
      { type: 'start', key: 'c' },
      { type: 'announce', what: 'failed', name: 'd.pdf', error: 'Son muchos.' },
      ...drop('d'),
    ],
  ],
  [
    'a finished upload changes the form',
    [done('a'), uploading('b')],
    { type: 'succeeded', key: 'b', uploaded: stored('b') },
    [
      ['a', 'done'],
      ['b', 'done'],
    ],
    [
      { type: 'change', uploaded: [stored('a'), stored('b')] },
      { type: 'announce', what: 'added', name: 'b.pdf' },
      { type: 'settle', key: 'b', uploaded: stored('b') },
    ],
  ],
  [
    'a failed upload shows its error',
    [uploading('a')],
    { type: 'failed', key: 'a', error: 'Falló.', canRetry: true },
    [['a', 'failed']],
    [
      { type: 'announce', what: 'failed', name: 'a.pdf', error: 'Falló.' },
      { type: 'settle', key: 'a' },
    ],
  ],
  [
    'a retry uploads the file again',
    [failed('a', true)],
    { type: 'retried', key: 'a' },
    [['a', 'uploading']],
    [{ type: 'start', key: 'a' }],
  ],
  ['a refused file has no retry', [failed('a', false)], { type: 'retried', key: 'a' }, [['a', 'failed']], []],
  [
    'removing a file that is being uploaded aborts the upload and does not change the form',
    [uploading('a'), done('b')],
    { type: 'removed', key: 'a' },
    [['b', 'done']],
    [...drop('a'), { type: 'announce', what: 'removed', name: 'a.pdf' }],
  ],
  [
    'removing a finished file changes the form',
    [done('a'), done('b')],
    { type: 'removed', key: 'a' },
    [['b', 'done']],
    [
      ...drop('a'),
      { type: 'change', uploaded: [stored('b')] },
      { type: 'announce', what: 'removed', name: 'a.pdf' },
    ],
  ],
  [
    'an event about a removed file is ignored',
    [],
    { type: 'succeeded', key: 'a', uploaded: stored('a') },
    [],
    [],
  ],
  [
    'replacing all files aborts their uploads',
    [uploading('a')],
    { type: 'replaced', uploaded: [stored('b')] },
    [['b', 'done']],
    drop('a'),
  ],
];

test.each(table)('%s', (_, before, event, states, commands) => {
  const [items, ...issued] = uploadTransition(before, event);
  expect(items.map(({ key, state }) => [key, state])).toEqual(states);
  expect(issued).toEqual(commands);
});

test('progress is recorded at its file', () => {
  const [items] = uploadTransition([uploading('a'), uploading('b')], {
    type: 'progressed',
    key: 'b',
    progress: 0.5,
  });
  expect(items.map(({ progress }) => progress)).toEqual([0, 0.5]);
});

test('a retry clears the error', () => {
  const [[item]] = uploadTransition([failed('a', true)], { type: 'retried', key: 'a' });
  expect(item).toMatchObject({ progress: 0, error: undefined, canRetry: false });
});

test('the files of a draft are already in the object store', () => {
  expect(itemsOf([stored('a')])).toMatchObject([{ key: 'a', name: 'a.pdf', state: 'done', progress: 1 }]);
});

describe('the message about a failed upload', () => {
  const t = designTextsIn('es');
  test.each([
    ['the object store refused the file', new UploadRefused('403'), t.files.refused, false],
    ['the network failed', new Error('network'), t.files.failed, true],
    ['the API failed', new Problem({ status: 503 }), t.files.failed, true],
    ['the session ended', new Problem({ status: 401 }), t.files.failed, true],
    [
      'the API refused a field',
      new Problem({ status: 400, errors: [{ field: 'size', message: 'Pesa mucho.' }] }),
      'Pesa mucho.',
      false,
    ],
    [
      'the API refused the request',
      new Problem({ status: 403, detail: 'No se puede.' }),
      'No se puede.',
      false,
    ],
  ])('%s', (_, cause, error, canRetry) => {
    expect(failureOf(cause, t)).toEqual({ error, canRetry });
  });
});
