import type { Schemas } from '../../api/client';
import type { Uploaded } from '../../design/files/upload';
import type { Shape } from '../../drafts/remote';

export interface TicketDraft {
  topicId: string;
  subject: string;
  detail: string;
  entity: string;
  files: Uploaded[];
  /** The answers to the extra fields of all topics chosen so far. They reappear if a topic is chosen again. */
  fields?: Record<string, string>;
  /** The number of the closed ticket that this one continues (D6). */
  relatedTo?: string;
}

export const ticketShape: Shape<TicketDraft> = { texts: ['detail'], files: 'files' };

/** Returns the purpose of the draft of a new ticket that continues a closed one. */
export const relatedPurpose = (number: string) => `nuevo.${number}`;

export const requiredFields = ['topicId', 'subject', 'detail', 'entity'] as const;
export type RequiredField = (typeof requiredFields)[number];

/** Returns the required fields that are blank. If the desk has no entities, the form has no field for them (B5). */
export function missingFields(draft: TicketDraft, hasEntities: boolean): RequiredField[] {
  return requiredFields.filter((name) => !draft[name].trim() && (name !== 'entity' || hasEntities));
}

/** Returns the request, with only the answers to the given extra fields. */
export function requestOf(
  draft: TicketDraft,
  extraFields: readonly Schemas['ExtraField'][] = [],
): Schemas['NewTicket'] {
  const { topicId, subject, detail, entity, files, relatedTo } = draft;
  return {
    topicId,
    subject: subject.trim(),
    detail,
    entity,
    attachmentIds: files.map(({ id }) => id),
    ...(relatedTo && { relatedTo }),
    ...(extraFields.length > 0 && { fields: answersTo(extraFields, draft.fields ?? {}) }),
  };
}

function answersTo(extraFields: readonly Schemas['ExtraField'][], answers: Record<string, string>) {
  return Object.fromEntries(
    extraFields.map(({ id }) => [id, answers[id] ?? '']).filter(([, answer]) => answer),
  );
}

/** Returns the draft of a ticket that continues a closed one, with the same topic, subject and entity (D6). */
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
