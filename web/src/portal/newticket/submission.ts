import type { Schemas } from '../../api/client';
import type { Uploaded } from '../../design/files/upload';

export interface TicketDraft {
  topicId: string;
  subject: string;
  detail: string;
  entity: string;
  files: Uploaded[];
  /** Answers in the extra fields of every topic that was chosen: going back to one finds them. */
  fields?: Record<string, string>;
  /** The number of the ticket that this one takes up. */
  relatedTo?: string;
}

export const requiredFields = ['topicId', 'subject', 'detail', 'entity'] as const;
export type RequiredField = (typeof requiredFields)[number];

export function missingFields(draft: TicketDraft): RequiredField[] {
  return requiredFields.filter((name) => !draft[name].trim());
}

/** Of the answers those that the chosen topic asks for. */
export function requestOf(
  draft: TicketDraft,
  asked: readonly Schemas['ExtraField'][] = [],
): Schemas['NewTicket'] {
  const { topicId, subject, detail, entity, files, relatedTo } = draft;
  return {
    topicId,
    subject: subject.trim(),
    detail,
    entity,
    attachmentIds: files.map(({ id }) => id),
    ...(relatedTo && { relatedTo }),
    ...(asked.length > 0 && { fields: answersTo(asked, draft.fields ?? {}) }),
  };
}

function answersTo(asked: readonly Schemas['ExtraField'][], answers: Record<string, string>) {
  return Object.fromEntries(asked.map(({ id }) => [id, answers[id] ?? '']).filter(([, answer]) => answer));
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
