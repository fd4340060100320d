import { expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import type { TicketCard } from '../list/ticketList';
import { answerColumns, answersIn } from './answers';

const answer = (id: string, text: string): Schemas['AnsweredField'] => ({
  id,
  kind: 'text',
  name: `Antes: ${id}`,
  value: text,
  text,
});
const card = (...fields: Schemas['AnsweredField'][]) => ({ fields }) as unknown as TicketCard;
const current = [{ id: 'folio', kind: 'text' as const, name: 'Folio', required: true }];

it('has a column for each current field and each retired field with answers', () => {
  const cards = [card(answer('viejo', 'x'), answer('folio', 'PERA-7')), card()];
  const columns = answerColumns(current, cards);
  expect(columns).toEqual([
    { id: 'folio', name: 'Folio' },
    { id: 'viejo', name: 'Antes: viejo' },
  ]);
  expect(cards.map((item) => answersIn(columns, item, ({ text }) => text))).toEqual([
    ['PERA-7', 'x'],
    ['', ''],
  ]);
});
