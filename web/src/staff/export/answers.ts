import type { Schemas } from '../../api/client';
import type { TicketCard } from '../list/ticketList';

type Answer = Schemas['AnsweredField'];

export interface AnswerColumn {
  id: string;
  name: string;
}

/** A column for each extra field: those that the topics ask in their order, then those that tickets were answered in before. */
export function answerColumns(
  asked: readonly Schemas['ExtraField'][],
  cards: readonly TicketCard[],
): AnswerColumn[] {
  const found = new Map<string, AnswerColumn>();
  for (const { id, name } of [...asked, ...cards.flatMap(({ fields }) => fields ?? [])])
    if (!found.has(id)) found.set(id, { id, name });
  return [...found.values()];
}

/** A card's answers in the columns; empty where it has none. */
export function answersIn(
  columns: readonly AnswerColumn[],
  { fields = [] }: TicketCard,
  textOf: (answer: Answer) => string,
): string[] {
  return columns.map(({ id }) => {
    const answer = fields.find((one) => one.id === id);
    return answer ? textOf(answer) : '';
  });
}
