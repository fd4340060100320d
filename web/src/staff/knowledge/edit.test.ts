import { expect, test } from 'vitest';
import { editOf, isSameEdit, missingParts, slugOf, toRequest } from './edit';

const text = { title: 'Título', summary: 'Resumen', body: '<p>Texto</p>' };
const start = { categoryId: 'acceso', audience: 'public' as const };

test('a language without a text is not sent', () => {
  expect(toRequest(editOf({ ...start, texts: { es: text } }), 3)).toEqual({
    ...start,
    version: 3,
    texts: { es: text },
  });
});

test('only languages with some text can lack parts', () => {
  expect(missingParts(editOf({ ...start, texts: { es: text } }))).toEqual([]);
  expect(
    missingParts(editOf({ ...start, texts: { es: text, en: { ...text, summary: ' ', body: '' } } })),
  ).toEqual([
    { language: 'en', part: 'summary' },
    { language: 'en', part: 'body' },
  ]);
  expect(missingParts(editOf({ ...start, texts: {} }))).toHaveLength(3);
});

test('adding an empty language is not a change', () => {
  const one = editOf({ ...start, texts: { es: text } });
  expect(
    isSameEdit(one, { ...one, texts: { ...one.texts, en: { title: ' ', summary: '', body: '' } } }),
  ).toBe(true);
  expect(isSameEdit(one, { ...one, audience: 'internal' })).toBe(false);
});

test('an address has only plain words and a random suffix', () => {
  expect(slugOf('¿Cómo cambio mi contraseña?', () => 0.5)).toBe('como-cambio-mi-contrasena-i000');
  expect(slugOf('???', () => 0)).toBe('articulo-0000');
  expect(slugOf('Ñ'.repeat(200), () => 0)).toMatch(/^n{60}-0000$/);
  expect(slugOf(`${'a'.repeat(59)} larga`, () => 0)).toMatch(/^a{59}-0000$/);
});
