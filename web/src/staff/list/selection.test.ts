import { expect, test } from 'vitest';
import { cardsBetween, withSelection } from './selection';
import type { TicketCard } from './ticketList';

const cards = ['A', 'B', 'C', 'D'].map((number) => ({ number }) as TicketCard);
const numbers = (selected: readonly TicketCard[]) => selected.map(({ number }) => number).join('');

test('a range includes both ends, in either direction', () => {
  expect(numbers(cardsBetween(cards, 'B', cards[3] as TicketCard))).toBe('BCD');
  expect(numbers(cardsBetween(cards, 'C', cards[0] as TicketCard))).toBe('ABC');
  expect(numbers(cardsBetween(cards, undefined, cards[2] as TicketCard))).toBe('C');
  expect(numbers(cardsBetween(cards, 'gone', cards[2] as TicketCard))).toBe('C');
});

test('selecting more tickets keeps the selected ones', () => {
  const selected = withSelection(new Map(), cards.slice(0, 2), true);
  expect([...withSelection(selected, cards.slice(2, 3), true).keys()]).toEqual(['A', 'B', 'C']);
  expect([...withSelection(selected, cards.slice(0, 1), false).keys()]).toEqual(['B']);
});
