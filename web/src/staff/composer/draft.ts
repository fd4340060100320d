import type { Schemas } from '../../api/client';
import type { Uploaded } from '../../design/files/upload';
import type { UploadItem } from '../../design/files/uploads';
import type { Wait } from '../life/WaitFields';

export type Kind = 'response' | 'note';
/** Which button sends: only send, or also set the status Atendido or En espera in the same request (D3, D4). */
export type SendMode = 'keep' | 'resolve' | 'wait';

export interface EntryDraft {
  body: string;
  attachments: Uploaded[];
  /** The ticket's version that the person has read while writing; 0 before the first character. */
  baseVersion: number;
}

export const emptyDraft: EntryDraft = { body: '', attachments: [], baseVersion: 0 };

/** The request to add the entry, made on `version` of the ticket. */
export function entryToSend(
  draft: EntryDraft,
  kind: Kind,
  mode: SendMode,
  version: number,
  wait?: Wait,
): Schemas['NewEntry'] {
  const attachmentIds = draft.attachments.map(({ id }) => id);
  return {
    kind,
    body: draft.body,
    version,
    ...(attachmentIds.length > 0 && { attachmentIds }),
    ...(mode === 'resolve' && { status: 'resolved' as const }),
    ...(mode === 'wait' && { status: 'waiting' as const, ...wait }),
  };
}

/** Sending the same text with another button is another request, so it has a key of its own. */
export function idempotencyKey(draftKey: string, mode: SendMode): string {
  return `${draftKey}-${mode}`;
}

/** Why the draft can't be sent now. A file that can't be retried doesn't block it: it is left out. */
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
 * The version that a draft is based on after an edit: the ticket's at the first character, later also what the person has
 * gone to read (`seen`).
 */
export function baseVersion(before: number, seen: number, current: number): number {
  return before ? Math.max(before, seen) : current;
}
