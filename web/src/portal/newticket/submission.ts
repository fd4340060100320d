import type { Schemas } from '../../api/client';
import type { Uploaded } from '../../design/files/upload';

export interface TicketDraft {
  topicId: string;
  subject: string;
  detail: string;
  entity: string;
  files: Uploaded[];
  /** The number of the ticket that this one takes up. */
  relatedTo?: string;
}

export const requiredFields = ['topicId', 'subject', 'detail', 'entity'] as const;
export type RequiredField = (typeof requiredFields)[number];

export function missingFields(draft: TicketDraft): RequiredField[] {
  return requiredFields.filter((name) => !draft[name].trim());
}

export function requestOf(draft: TicketDraft): Schemas['NewTicket'] {
  const { topicId, subject, detail, entity, files, relatedTo } = draft;
  return {
    topicId,
    subject: subject.trim(),
    detail,
    entity,
    attachmentIds: files.map(({ id }) => id),
    ...(relatedTo && { relatedTo }),
  };
}

/** D6: a comment on a closed ticket becomes a new one that is linked to it, with the same topic and entity. */
export function relatedDraft(closed: Schemas['Ticket']): TicketDraft {
  return {
    topicId: closed.topicId,
    subject: closed.subject,
    detail: '',
    entity: closed.entity,
    files: [],
    relatedTo: closed.number,
  };
}
