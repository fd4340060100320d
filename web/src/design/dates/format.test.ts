import { describe, expect, test } from 'vitest';
import { formatCountdown, formatDate, formatDateTime, formatDay } from './format';

describe('dates in the format of C4', () => {
  const cases = [
    ['2020-10-12T17:48:00Z', 'es', 'America/Mexico_City', '12 oct 2020, 12:48'],
    ['2020-10-12T17:48:00Z', 'en', 'America/Mexico_City', '12 Oct 2020, 12:48'],
    // Mexico City had daylight-saving time until 2022. Since then its offset is always UTC−6.
    ['2021-07-01T05:30:00Z', 'es', 'America/Mexico_City', '1 jul 2021, 00:30'],
    ['2026-07-01T05:30:00Z', 'es', 'America/Mexico_City', '30 jun 2026, 23:30'],
    ['2026-07-01T05:30:00Z', 'es', 'America/Tijuana', '30 jun 2026, 22:30'],
    ['2026-07-01T05:30:00Z', 'es', 'America/Cancun', '1 jul 2026, 00:30'],
    ['2026-09-16T06:00:00Z', 'es', 'America/Mexico_City', '16 sep 2026, 00:00'],
    ['2026-01-01T00:00:00Z', 'en', 'UTC', '1 Jan 2026, 00:00'],
  ] as const;

  test.each(cases)('%s in %s at %s is %s', (iso, language, zone, text) => {
    expect(formatDateTime(iso, language, zone)).toBe(text);
  });

  test('without the time', () => {
    expect(formatDate('2020-10-12T17:48:00Z', 'es', 'America/Mexico_City')).toBe('12 oct 2020');
  });

  test('a calendar day has no time zone', () => {
    expect(formatDay('2026-12-01', 'es')).toBe('1 dic 2026');
    expect(formatDay('2026-12-31', 'en')).toBe('31 Dec 2026');
  });

  test('an unknown zone falls back to UTC', () => {
    expect(formatDateTime('2020-10-12T17:48:00Z', 'es', 'Marte/Olimpo')).toBe('12 oct 2020, 17:48');
  });
});

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [125, '2:05'],
  [900, '15:00'],
])('a countdown of %i s shows %s', (seconds, text) => {
  expect(formatCountdown(seconds)).toBe(text);
});
