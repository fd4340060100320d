import type { Schemas } from '../../api/client';
import type { TicketCard } from '../list/ticketList';

type Answer = Schemas['AnsweredField'];

export interface AnswerColumn {
  id: string;
  name: string;
}

/**
 * Returns one column per extra field: first the current fields of the topics in order, then the other
 * fields to which tickets have answers, such as retired fields.
 */
export function answerColumns(
  current: readonly Schemas['ExtraField'][],
  cards: readonly TicketCard[],
): AnswerColumn[] {
  const columnsById = new Map<string, AnswerColumn>();
  for (const { id, name } of [...current, ...cards.flatMap(({ fields }) => fields ?? [])])
    if (!columnsById.has(id)) columnsById.set(id, { id, name });
  return [...columnsById.values()];
}

/** Returns a card's answers in the order of the columns. A missing answer is an empty string. */
export function answersIn(
  columns: readonly AnswerColumn[],
  { fields = [] }: TicketCard,
  textOf: (answer: Answer) => string,
): string[] {
  return columns.map(({ id }) => {
    const answer = fields.find((field) => field.id === id);
    return answer ? textOf(answer) : '';
  });
}
