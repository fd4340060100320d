import { expect, test } from 'vitest';
import { triggerBefore } from './trigger';

const match = (trigger: string, words: string) => ({
  trigger,
  words,
  length: trigger.length + words.length,
});

test.each([
  ['/', match('/', '')],
  ['/acuse', match('/', 'acuse')],
  ['Hola. /acuse de re', match('/', 'acuse de re')],
  ['@An', match('@', 'An')],
  ['Pregunta a @Ana To', match('@', 'Ana To')],
  ['y/o', undefined],
  ['correo@inai.mx', undefined],
  ['https://inai.mx', undefined],
  ['mitad / mitad', undefined],
  ['nada', undefined],
  ['', undefined],
  [`/${'x'.repeat(41)}`, undefined],
])('%s', (before, found) => {
  expect(triggerBefore(before, ['/', '@'])).toEqual(found);
});

test('a trigger that is not in the list is ignored', () => {
  expect(triggerBefore('@Ana', ['/'])).toBeUndefined();
});
