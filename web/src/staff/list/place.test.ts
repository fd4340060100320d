import { expect, it } from 'vitest';
import { nearest, nextFrom, type Place, updatedPlace } from './place';

const start: Place = { number: undefined, order: [] };
const opened = updatedPlace(updatedPlace(start, ['A', 'B', 'C', 'D'], undefined), ['A', 'B', 'C', 'D'], 'B');

it('goes to the neighbours', () => {
  expect(nextFrom(opened, ['A', 'B', 'C', 'D'], 1)).toBe('C');
  expect(nextFrom(opened, ['A', 'B', 'C', 'D'], -1)).toBe('A');
  expect(nextFrom({ number: 'D', order: ['C', 'D'] }, ['C', 'D'], 1)).toBeUndefined();
  expect(nextFrom(start, ['A', 'B'], 1)).toBe('A');
});

it('continues after a ticket that an act removed from the list', () => {
  const listed = ['A', 'C', 'D'];
  const after = updatedPlace(opened, listed, 'B');
  expect(nextFrom(after, listed, 1)).toBe('C');
  expect(nextFrom(after, listed, -1)).toBe('A');
  // The ticket was closed before the list was loaded again.
  expect(nextFrom(updatedPlace(opened, listed, undefined), listed, 1)).toBe('C');
});

it('continues in the earlier order after an act moved the ticket', () => {
  const listed = ['B', 'A', 'C', 'D'];
  const after = updatedPlace(opened, listed, 'B');
  expect(nextFrom(after, listed, 1)).toBe('C');
  expect(updatedPlace(after, listed, undefined).order).toEqual(listed);
});

it('reaches tickets that are new in the list', () => {
  const listed = ['N', 'A', 'B', 'C', 'D', 'E'];
  expect(updatedPlace(opened, listed, 'B').order).toEqual(['A', 'B', 'C', 'D', 'N', 'E']);
});

it('focuses the ticket that was closed, or its nearest neighbour', () => {
  expect(nearest(opened, 'B')).toEqual(['B', 'C', 'D', 'A']);
  expect(nearest(opened, 'X')).toEqual(['X']);
});
