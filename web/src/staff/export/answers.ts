import type { Schemas } from '../../api/client';
import type { TicketCard } from '../list/ticketList';

type Answer = Schemas['AnsweredField'];

export interface AnswerColumn {
  id: string;
  name: string;
}

/** One column per extra field: the topics' current fields in order, then retired ones that tickets still have answers in. */
export function answerColumns(
  current: readonly Schemas['ExtraField'][],
  cards: readonly TicketCard[],
): AnswerColumn[] {
  const found = new Map<string, AnswerColumn>();
  for (const { id, name } of [...current, ...cards.flatMap(({ fields }) => fields ?? [])])
    if (!found.has(id)) found.set(id, { id, name });
  return [...found.values()];
}

/** A card's answers by column; empty where it has none. */
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
