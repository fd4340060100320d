import { expect, test } from 'vitest';
import { designTextsIn } from '../design/texts';
import { newsText } from './newsText';

const es = designTextsIn('es');
const en = designTextsIn('en');
const maria = { id: 'maria', name: 'María López', role: 'requester' } as const;
const desk = { id: 'system', name: 'Mesa', role: 'system' } as const;
const message = { kind: 'message', author: maria } as const;

test('names the kind of the entry and its author', () => {
  expect(newsText(es.news, [message])).toBe('Nuevo mensaje de María López');
  expect(newsText(es.news, [{ kind: 'event', author: desk }])).toBe('La mesa hizo un cambio');
  expect(newsText(en.news, [{ kind: 'note', author: { ...maria, name: 'Ana' } }])).toBe('New note from Ana');
});

test('counts several entries and names the newest', () => {
  expect(newsText(es.news, [{ kind: 'event', author: desk }, message])).toBe(
    '2 novedades. Nuevo mensaje de María López',
  );
});

test('is empty without new entries', () => {
  expect(newsText(es.news, [])).toBe('');
});
