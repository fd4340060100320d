import type { Uploaded } from '../../design/files/upload';
import type { Shape } from '../../drafts/remote';

export interface ReplyDraft {
  body: string;
  files: Uploaded[];
}

export const emptyReply: ReplyDraft = { body: '', files: [] };
export const replyShape: Shape<ReplyDraft> = { texts: ['body'], files: 'files' };

/** Returns the purpose of the draft of a reply. */
export const replyPurpose = (number: string) => `respuesta.${number}`;
