import { expect, test } from 'vitest';
import { lifeTextsIn } from './texts';
import { ago, workingTime } from './workingTime';

test.each([
  [5, '5 min hábiles'],
  [60, '1 h hábil'],
  [205, '3 h hábiles'],
  [540, '1 día hábil'],
  [740, '1 día y 3 h hábiles'],
  [1119, '2 días hábiles'],
  [1200, '2 días y 2 h hábiles'],
  [2400, '4 días hábiles'],
])('%i minutes of days of nine hours are %s', (minutes, text) => {
  expect(workingTime(minutes, 540, lifeTextsIn('es').left)).toBe(text);
});

test.each([
  ['2026-11-24T15:59:30Z', 'hace 1 minuto'],
  ['2026-11-24T15:20:00Z', 'hace 40 minutos'],
  ['2026-11-24T13:00:00Z', 'hace 3 horas'],
  ['2026-11-22T12:00:00Z', 'hace 2 días'],
])('%s was %s', (at, text) => {
  expect(ago(at, Date.parse('2026-11-24T16:00:00Z'), 'es')).toBe(text);
});
