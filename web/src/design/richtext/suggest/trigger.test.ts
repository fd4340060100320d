import { expect, test } from 'vitest';
import { askedFor } from './trigger';

const asked = (trigger: string, words: string) => ({
  trigger,
  words,
  length: trigger.length + words.length,
});

test.each([
  ['/', asked('/', '')],
  ['/acuse', asked('/', 'acuse')],
  ['Hola. /acuse de re', asked('/', 'acuse de re')],
  ['@An', asked('@', 'An')],
  ['Pregunta a @Ana To', asked('@', 'Ana To')],
  ['y/o', undefined],
  ['correo@inai.mx', undefined],
  ['https://inai.mx', undefined],
  ['mitad / mitad', undefined],
  ['nada', undefined],
  ['', undefined],
  [`/${'x'.repeat(41)}`, undefined],
])('%s', (before, found) => {
  expect(askedFor(before, ['/', '@'])).toEqual(found);
});

test('only what the field offers is asked for', () => {
  expect(askedFor('@Ana', ['/'])).toBeUndefined();
});
