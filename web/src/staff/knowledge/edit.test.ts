import { expect, test } from 'vitest';
import { editOf, isSameEdit, missingParts, slugOf, toRequest } from './edit';

const text = { title: 'Título', summary: 'Resumen', body: '<p>Texto</p>' };
const attributes = { categoryId: 'acceso', audience: 'public' as const };

test('a language without a text is not sent', () => {
  expect(toRequest(editOf({ ...attributes, texts: { es: text } }), 3)).toEqual({
    ...attributes,
    version: 3,
    texts: { es: text },
  });
});

test('parts are missing in languages with some text, or in Spanish if no language has text', () => {
  expect(missingParts(editOf({ ...attributes, texts: { es: text } }))).toEqual([]);
  expect(
    missingParts(editOf({ ...attributes, texts: { es: text, en: { ...text, summary: ' ', body: '' } } })),
  ).toEqual([
    { language: 'en', part: 'summary' },
    { language: 'en', part: 'body' },
  ]);
  expect(missingParts(editOf({ ...attributes, texts: {} }))).toHaveLength(3);
});

test('adding an empty language is not a change', () => {
  const edit = editOf({ ...attributes, texts: { es: text } });
  expect(
    isSameEdit(edit, { ...edit, texts: { ...edit.texts, en: { title: ' ', summary: '', body: '' } } }),
  ).toBe(true);
  expect(isSameEdit(edit, { ...edit, audience: 'internal' })).toBe(false);
});

test('a slug contains only unaccented words and a random suffix', () => {
  expect(slugOf('¿Cómo cambio mi contraseña?', () => 0.5)).toBe('como-cambio-mi-contrasena-i000');
  expect(slugOf('???', () => 0)).toBe('articulo-0000');
  expect(slugOf('Ñ'.repeat(200), () => 0)).toMatch(/^n{60}-0000$/);
  expect(slugOf(`${'a'.repeat(59)} larga`, () => 0)).toMatch(/^a{59}-0000$/);
});
