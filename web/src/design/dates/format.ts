import type { Language } from '../../i18n/language';

/** The zone until the desk's is known. */
export const defaultTimeZone = 'UTC';

const locales: Record<Language, string> = { es: 'es-MX', en: 'en-US' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locales[language], {
      day: 'numeric',
      month: 'short',
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

function parts(iso: string, language: Language, timeZone: string) {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter(language, timeZone).formatToParts(new Date(iso)))
    found[type] = value;
  return found;
}

/** «12 oct 2020»: the month as a word, so that no reader takes it for the day (C4). */
export function formatDate(iso: string, language: Language, timeZone: string): string {
  const { day, month, year } = parts(iso, language, timeZone);
  return `${day} ${month?.replace('.', '')} ${year}`;
}

/** «12 oct 2020, 12:48» (C4). */
export function formatDateTime(iso: string, language: Language, timeZone: string): string {
  const { hour, minute } = parts(iso, language, timeZone);
  return `${formatDate(iso, language, timeZone)}, ${hour}:${minute}`;
}

/** A calendar day without an hour, such as 2026-12-01, is the same day everywhere. */
export function formatDay(day: string, language: Language): string {
  return formatDate(`${day}T12:00:00Z`, language, 'UTC');
}

/** 125 → «2:05»: the time left in a countdown. */
export function formatCountdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
