import { expect, test } from 'vitest';
import { fill, lineOf, type Values, variables } from './fill';

const values = Object.fromEntries(variables.map((name) => [name, `[${name}]`])) as Values;

test('every variable is replaced', () => {
  for (const name of variables) expect(fill(`<p>{{${name}}}</p>`, values)).toBe(`<p>[${name}]</p>`);
});

test('values are escaped', () => {
  const hostile = { ...values, solicitante: '<img src=x onerror="alert(1)"> & {{agente}}' };
  expect(fill('<p>Hola, {{solicitante}}</p>', hostile)).toBe(
    '<p>Hola, &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; {{agente}}</p>',
  );
});

test('unknown variables are not replaced', () => {
  expect(fill('{{otra}} {solicitante} {{toString}}', values)).toBe('{{otra}} {solicitante} {{toString}}');
});

test('lineOf returns plain text', () => {
  expect(lineOf('<p>Hola &amp; <b>adiós</b></p><p>a &lt; b</p>')).toBe('Hola & adiós a < b');
});
