import { describe, expect, test } from 'vitest';
import { Problem } from '../../api/problem';
import {
  type ComposerCommand,
  type ComposerEvent,
  type ComposerState,
  composerTransition,
} from './composerMachine';
import type { SendRequest } from './useSendEntry';

const draft = { body: '<p>Hola</p>', attachments: [], baseVersion: 3 };
const sending: SendRequest = {
  entry: { kind: 'response', body: draft.body, version: 3 },
  key: 'k-resolve',
  draft,
  mode: 'resolve',
};
const temporary = new Problem({ status: 503 });
const ended = new Problem({ status: 401 });
const invalid = new Problem({ status: 400, errors: [{ field: 'body', message: 'Es largo.' }] });
const conflict = new Problem({ status: 409, version: 7 });

const writing: ComposerState = { phase: 'writing' };
const sent: ComposerState = { phase: 'sent', mode: 'keep' };
const busy: ComposerState = { phase: 'sending' };
const refused = (problem: Problem): ComposerState => ({ phase: 'refused', problem });

const table: [string, ComposerState, ComposerEvent, ComposerState, ComposerCommand[]][] = [
  ['an edit hides the confirmation', sent, { type: 'edited' }, writing, []],
  ['an edit keeps the problem', refused(invalid), { type: 'edited' }, refused(invalid), []],
  ['an edit keeps a request pending', busy, { type: 'edited' }, busy, []],
  ['a draft is sent', writing, { type: 'submitted', sending }, busy, [{ type: 'send', sending }]],
  [
    'a draft is sent again',
    refused(temporary),
    { type: 'submitted', sending },
    busy,
    [{ type: 'send', sending }],
  ],
  ['a pending request is not sent twice', busy, { type: 'submitted', sending }, busy, []],
  ['an incomplete draft is not sent', writing, { type: 'submitted', sending: undefined }, writing, []],
  [
    'an incomplete draft hides the confirmation',
    sent,
    { type: 'submitted', sending: undefined },
    writing,
    [],
  ],
  [
    'an incomplete draft keeps the problem',
    refused(invalid),
    { type: 'submitted', sending: undefined },
    refused(invalid),
    [],
  ],
  [
    'a success is confirmed, and the draft is cleared',
    busy,
    { type: 'succeeded', sending },
    { phase: 'sent', mode: 'resolve' },
    [
      { type: 'mark sent', draft },
      { type: 'announce', mode: 'resolve' },
    ],
  ],
  ['a temporary failure keeps the key', busy, { type: 'failed', problem: temporary }, refused(temporary), []],
  ['a session that ended keeps the key', busy, { type: 'failed', problem: ended }, refused(ended), []],
  [
    'a permanent refusal renews the key',
    busy,
    { type: 'failed', problem: invalid },
    refused(invalid),
    [{ type: 'renew key' }],
  ],
  [
    'after a conflict the next request is based on the current version',
    busy,
    { type: 'failed', problem: conflict },
    refused(conflict),
    [{ type: 'renew key' }, { type: 'rebase', version: 7 }],
  ],
];

describe('the composer', () => {
  test.each(table)('%s', (_, before, event, after, commands) => {
    expect(composerTransition(before, event)).toEqual([after, ...commands]);
  });
});
