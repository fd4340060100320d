import { expect, test } from 'vitest';
import type { Canned } from './queries';
import { byRelevance, matching } from './relevance';

const canned = (title: string, part: Partial<Canned> = {}): Canned => ({
  id: title,
  title,
  category: '',
  language: 'es',
  topicIds: [],
  body: '<p>Texto</p>',
  shared: true,
  editable: false,
  variables: [],
  version: 1,
  updatedAt: '2026-11-24T16:00:00Z',
  ...part,
});
const titles = (all: readonly Canned[]) => all.map(({ title }) => title);

test('responses for the topic and in the requester’s language come first', () => {
  const all = [
    canned('otro tema', { topicIds: ['sisai'] }),
    canned('inglés', { language: 'en' }),
    canned('de todos'),
    canned('del tema', { topicIds: ['sipot'] }),
    canned('del tema, en inglés', { topicIds: ['sipot'], language: 'en' }),
  ];
  expect(titles(byRelevance(all, { topicId: 'sipot', language: 'es' }))).toEqual([
    'del tema',
    'de todos',
    'otro tema',
    'del tema, en inglés',
    'inglés',
  ]);
  expect(titles(byRelevance(all, { topicId: 'sipot', language: 'en' }))[0]).toBe('del tema, en inglés');
});

test('matches in the requester’s language come before better matches in another', () => {
  const all = [
    canned('Receipt', { language: 'en' }),
    canned('Sobre su recibo', { body: '<p>Recepción</p>' }),
    canned('Acuse', { body: '<p>Recibimos su petición</p>' }),
  ];
  expect(titles(matching(all, 'rec', 'es'))).toEqual(['Sobre su recibo', 'Acuse', 'Receipt']);
  expect(titles(matching(all, 'rec', 'en'))[0]).toBe('Receipt');
});

test('matches in titles come before matches in texts, without accents', () => {
  const all = [
    canned('Acuse', { body: '<p>Recibimos su petición</p>' }),
    canned('Petición duplicada'),
    canned('Cierre'),
  ];
  expect(titles(matching(all, 'peticion'))).toEqual(['Petición duplicada', 'Acuse']);
  expect(titles(matching(all, 'xyz'))).toEqual([]);
  expect(titles(matching(all, ' '))).toEqual(['Acuse', 'Petición duplicada', 'Cierre']);
});
