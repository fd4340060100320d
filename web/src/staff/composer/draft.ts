import type { Schemas } from '../../api/client';
import type { Uploaded } from '../../design/files/upload';
import type { UploadItem } from '../../design/files/uploads';
import type { Wait } from '../life/WaitFields';

export type Kind = 'response' | 'note';
/** `keep` leaves the status; `resolve` and `wait` set Atendido or En espera in the same act (D3, D4). */
export type Send = 'keep' | 'resolve' | 'wait';

export interface EntryDraft {
  body: string;
  attachments: Uploaded[];
  /** The ticket's version when the person began to write; 0 before. */
  began: number;
}

export const emptyDraft: EntryDraft = { body: '', attachments: [], began: 0 };

export function entryToSend(
  draft: EntryDraft,
  kind: Kind,
  send: Send,
  version: number,
  wait?: Wait,
): Schemas['NewEntry'] {
  const attachmentIds = draft.attachments.map(({ id }) => id);
  return {
    kind,
    body: draft.body,
    version,
    ...(attachmentIds.length > 0 && { attachmentIds }),
    ...(send === 'resolve' && { status: 'resolved' as const }),
    ...(send === 'wait' && { status: 'waiting' as const, ...wait }),
  };
}

/** «Enviar» and «Enviar y marcar Atendido» are different requests, even with the same text. */
export function idempotencyKey(draftKey: string, send: Send): string {
  return `${draftKey}-${send}`;
}

/** Why an entry cannot be sent yet. Files that cannot be retried are ignored. */
export function notReady(
  draft: EntryDraft,
  files: readonly Pick<UploadItem, 'state' | 'canRetry'>[],
): 'empty' | 'uploading' | 'failed' | undefined {
  if (!draft.body) return 'empty';
  if (files.some(({ state }) => state === 'uploading')) return 'uploading';
  if (files.some(({ state, canRetry }) => state === 'failed' && canRetry)) return 'failed';
  return undefined;
}
