import { expect, test } from 'vitest';
import type { Schemas } from '../../api/client';
import { colleagues } from './colleagues';

const agent = (id: string, name: string, department: string): Schemas['Agent'] => ({
  id,
  name,
  role: 'agent',
  away: false,
  departments: [department],
});

const agents = [
  agent('ana', 'Ana Torres', 'soporte'),
  agent('bruno', 'Bruno Salas', 'solicitudes'),
  agent('sofia', 'Sofía Méndez', 'soporte'),
  agent('aurora', 'Aurora Neri', 'solicitudes'),
];
const found = (words: string, own = 'ana') => colleagues(agents, words, 'soporte', own).map(({ id }) => id);

test('the person’s own name is omitted, and colleagues of the ticket’s department come first', () => {
  expect(found('')).toEqual(['sofia', 'aurora', 'bruno']);
});

test('a name matches without accents and by its parts', () => {
  expect(found('mende')).toEqual(['sofia']);
  expect(found('a', 'sofia')[0]).toBe('ana');
  expect(found('zzz')).toEqual([]);
});
