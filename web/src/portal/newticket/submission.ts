import type { Schemas } from '../../api/client';
import type { Uploaded } from '../../design/files/upload';

export interface TicketDraft {
  topicId: string;
  subject: string;
  detail: string;
  entity: string;
  files: Uploaded[];
}

export const requiredFields = ['topicId', 'subject', 'detail', 'entity'] as const;
export type RequiredField = (typeof requiredFields)[number];

export function missingFields(draft: TicketDraft): RequiredField[] {
  return requiredFields.filter((name) => !draft[name].trim());
}

export function requestOf(draft: TicketDraft): Schemas['NewTicket'] {
  const { topicId, subject, detail, entity, files } = draft;
  return { topicId, subject: subject.trim(), detail, entity, attachmentIds: files.map(({ id }) => id) };
}

/** D6: a comment on a closed ticket becomes a new one that names it, with the same topic and entity. */
export function relatedDraft(closed: Schemas['Ticket'], reference: string): TicketDraft {
  return {
    topicId: closed.topicId,
    subject: closed.subject,
    detail: `<p>${reference}</p><p></p>`,
    entity: closed.entity,
    files: [],
  };
}
