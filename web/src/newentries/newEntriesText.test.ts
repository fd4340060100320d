import { expect, test } from 'vitest';
import { designTextsIn } from '../design/texts';
import { newEntriesText } from './newEntriesText';

const es = designTextsIn('es');
const en = designTextsIn('en');
const maria = { id: 'maria', name: 'María López', role: 'requester', organization: 'IEE' } as const;
const desk = { id: 'system', name: 'Mesa', role: 'system' } as const;
const message = { kind: 'message', author: maria } as const;

test('names the kind of the entry and its author', () => {
  expect(newEntriesText(es, [message])).toBe('Nuevo mensaje de María López (Usuario, IEE)');
  expect(newEntriesText(es, [{ kind: 'event', author: desk }])).toBe('La mesa hizo un cambio');
  expect(newEntriesText(en, [{ kind: 'note', author: { id: 'ana', name: 'Ana', role: 'agent' } }])).toBe(
    'New note from Ana (Agent)',
  );
});

test('counts several entries and names the newest', () => {
  expect(newEntriesText(es, [{ kind: 'event', author: desk }, message])).toBe(
    '2 novedades. Nuevo mensaje de María López (Usuario, IEE)',
  );
});

test('is empty without new entries', () => {
  expect(newEntriesText(es, [])).toBe('');
});
