import type { Language } from '../../i18n/language';

const steps = [
  { unit: 'minute', ms: 60_000, below: 60 },
  { unit: 'hour', ms: 3_600_000, below: 24 },
  { unit: 'day', ms: 86_400_000, below: 14 },
  { unit: 'week', ms: 604_800_000, below: 9 },
  { unit: 'month', ms: 2_629_800_000, below: 18 },
  { unit: 'year', ms: 31_557_600_000, below: Number.POSITIVE_INFINITY },
] as const;

/** Formats the distance of an instant from now in the largest suitable unit: «hace 5 min», «en 3 días». */
export function formatRelative(iso: string, now: number, language: Language): string {
  const distance = Date.parse(iso) - now;
  const format = new Intl.RelativeTimeFormat(language === 'es' ? 'es-MX' : 'en-US', {
    numeric: 'auto',
    style: 'short',
  });
  for (const { unit, ms, below } of steps) {
    const count = Math.round(distance / ms);
    if (Math.abs(count) < below) return format.format(count, unit);
  }
  return iso;
}

/** Returns the number of calendar days from now to an instant in a time zone: 0 is today, 1 tomorrow, -1 yesterday. */
export function daysAway(iso: string, now: number, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone });
  const midnight = (at: number) => Date.parse(`${day.format(new Date(at))}T00:00:00Z`);
  return Math.round((midnight(Date.parse(iso)) - midnight(now)) / 86_400_000);
}
