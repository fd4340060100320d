import { expect, test } from 'vitest';
import { csvOf } from './csv';

test('quotes what has to be, and begins with the mark that Excel looks for', () => {
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
])('%s stays a text', (text) => {
  const [, line = ''] = csvOf([[text]]).split('\uFEFF');
  expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
});
