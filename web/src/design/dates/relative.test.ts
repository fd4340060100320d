import { expect, test } from 'vitest';
import { daysAway, formatRelative } from './relative';

const now = Date.parse('2026-11-24T18:00:00Z');

test.each([
  ['2026-11-24T17:55:00Z', 'hace 5 min'],
  ['2026-11-24T21:00:00Z', 'en 3 h'],
  ['2026-11-23T18:00:00Z', 'ayer'],
  ['2026-11-27T18:00:00Z', 'en 3 días'],
  ['2025-02-24T18:00:00Z', 'hace 2 a'],
])('%s is %s', (iso, text) => {
  expect(formatRelative(iso, now, 'es')).toBe(text);
});

test('days are counted in the time zone', () => {
  expect(daysAway('2026-11-25T05:30:00Z', now, 'America/Mexico_City')).toBe(0);
  expect(daysAway('2026-11-25T06:30:00Z', now, 'America/Mexico_City')).toBe(1);
  expect(daysAway('2026-11-23T05:30:00Z', now, 'UTC')).toBe(-1);
});
