import type { Language } from '../../i18n/language';

/** The time zone to use until the desk's time zone is known. */
export const defaultTimeZone = 'UTC';

const locales: Record<Language, string> = { es: 'es-MX', en: 'en-US' };
const formatters = new Map<string, Intl.DateTimeFormat>();

type Month = 'short' | '2-digit';

function formatter(language: Language, timeZone: string, month: Month): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${month}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locales[language], {
      day: 'numeric',
      month,
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: knownTimeZone(timeZone),
    });
    formatters.set(key, found);
  }
  return found;
}

function knownTimeZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('es', { timeZone });
    return timeZone;
  } catch {
    return defaultTimeZone;
  }
}

function parts(iso: string, language: Language, timeZone: string, month: Month = 'short') {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter(language, timeZone, month).formatToParts(new Date(iso)))
    found[type] = value;
  return found;
}

/** Formats a date such as «12 oct 2020». The month is a word, so that nobody confuses it with the day (C4). */
export function formatDate(iso: string, language: Language, timeZone: string): string {
  const { day, month, year } = parts(iso, language, timeZone);
  return `${day} ${month?.replace('.', '')} ${year}`;
}

/** Formats a date and a time such as «12 oct 2020, 12:48» (C4). */
export function formatDateTime(iso: string, language: Language, timeZone: string): string {
  const { hour, minute } = parts(iso, language, timeZone);
  return `${formatDate(iso, language, timeZone)}, ${hour}:${minute}`;
}

/** Formats a date and a time for spreadsheets, which read «2020-10-12 12:48» as a date in every language. */
export function formatSortable(iso: string, timeZone: string): string {
  const { day, month, hour, minute, year } = parts(iso, 'en', timeZone, '2-digit');
  return `${year}-${month}-${day?.padStart(2, '0')} ${hour}:${minute}`;
}

/** Formats a calendar day without a time, such as 2026-12-01. It is the same day in every time zone. */
export function formatDay(day: string, language: Language): string {
  return formatDate(`${day}T12:00:00Z`, language, 'UTC');
}

/** Formats the remaining seconds of a countdown: 125 → «2:05». */
export function formatCountdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
