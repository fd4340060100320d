import { expect, test } from 'vitest';
import { between, withPicked } from './selection';
import type { TicketCard } from './ticketList';

const cards = ['A', 'B', 'C', 'D'].map((number) => ({ number }) as TicketCard);
const numbers = (some: readonly TicketCard[]) => some.map(({ number }) => number).join('');

test('a range includes both ends, in either direction', () => {
  expect(numbers(between(cards, 'B', cards[3] as TicketCard))).toBe('BCD');
  expect(numbers(between(cards, 'C', cards[0] as TicketCard))).toBe('ABC');
  expect(numbers(between(cards, undefined, cards[2] as TicketCard))).toBe('C');
  expect(numbers(between(cards, 'gone', cards[2] as TicketCard))).toBe('C');
});

test('selecting more tickets keeps the selected ones', () => {
  const some = withPicked(new Map(), cards.slice(0, 2), true);
  expect([...withPicked(some, cards.slice(2, 3), true).keys()]).toEqual(['A', 'B', 'C']);
  expect([...withPicked(some, cards.slice(0, 1), false).keys()]).toEqual(['B']);
});
