import { expect, test } from 'vitest';
import { csvOf } from './csv';

test('quotes cells where needed and begins with a byte order mark', () => {
  expect(
    csvOf([
      ['Ticket #', 'Asunto'],
      ['PNT000001', 'Dice "hola", y\nsigue'],
    ]),
  ).toBe('\uFEFFTicket #,Asunto\r\nPNT000001,"Dice ""hola"", y\nsigue"\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\n=1',
  ' =1',
  '\u200B=1',
  '\u202E+1',
  '＝1+1',
  '＠SUM(A1)',
  '=HYPERLINK("http://x","y")',
])('%s is escaped as text', (text) => {
  const [, line = ''] = csvOf([[text]]).split('\uFEFF');
  expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
});
