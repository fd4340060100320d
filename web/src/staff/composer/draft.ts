import type { Schemas } from '../../api/client';
import type { Priority } from '../../design/badges/Badges';
import type { Uploaded } from '../../design/files/upload';
import type { UploadItem } from '../../design/files/uploads';
import type { Shape } from '../../drafts/remote';
import type { Wait } from '../life/WaitFields';

export type Kind = 'response' | 'note';
/**
 * The send button that was pressed: only send, or also set the status resolved or waiting in the same request
 * (D4, F2).
 */
export type SendMode = 'keep' | 'resolve' | 'wait';

/** What the person chose before sending: whom the ticket waits for (`wait`), or the priority (D2). */
export interface SendOptions {
  wait?: Wait;
  priority?: Priority;
}

export interface EntryDraft {
  body: string;
  attachments: Uploaded[];
  /** The version of the ticket that the person has read while writing; 0 before the first character. */
  baseVersion: number;
}

export const emptyDraft: EntryDraft = { body: '', attachments: [], baseVersion: 0 };
export const draftShape: Shape<EntryDraft> = { texts: ['body'], files: 'attachments' };

/** Returns the purpose of the draft of a response or a note. */
export const draftPurpose = (number: string, kind: Kind) => `ticket.${number}.${kind}`;

/** Returns the request to add the entry, based on `version` of the ticket. */
export function entryRequest(
  draft: EntryDraft,
  kind: Kind,
  mode: SendMode,
  version: number,
  { wait, priority }: SendOptions = {},
): Schemas['NewEntry'] {
  const attachmentIds = draft.attachments.map(({ id }) => id);
  return {
    kind,
    body: draft.body,
    version,
    ...(attachmentIds.length > 0 && { attachmentIds }),
    ...(mode === 'resolve' && { status: 'resolved' as const }),
    ...(priority && { priority }),
    ...(mode === 'wait' && { status: 'waiting' as const, ...wait }),
  };
}

/**
 * Returns the Idempotency-Key of a request. Sending the same text with another button is another request with another
 * key.
 */
export function idempotencyKey(draftKey: string, mode: SendMode): string {
  return `${draftKey}-${mode}`;
}

/**
 * Returns why the draft cannot be sent, or undefined if it can. A failed file that cannot be retried does not block the
 * draft, but it is omitted.
 */
export function blockedBy(
  draft: EntryDraft,
  files: readonly Pick<UploadItem, 'state' | 'canRetry'>[],
): 'empty' | 'uploading' | 'failed' | undefined {
  if (!draft.body) return 'empty';
  if (files.some(({ state }) => state === 'uploading')) return 'uploading';
  if (files.some(({ state, canRetry }) => state === 'failed' && canRetry)) return 'failed';
  return undefined;
}

/**
 * Returns the version on which a draft is based after an edit: at the first character the ticket's current version,
 * later also the latest version that the person has seen (`seen`).
 */
export function baseVersion(before: number, seen: number, current: number): number {
  return before ? Math.max(before, seen) : current;
}
