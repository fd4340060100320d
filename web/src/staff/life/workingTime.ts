import type { Language } from '../../i18n/language';
import type { LifeTexts } from './texts/es';

const hour = 60;

/** Formats working minutes, rounded down: «45 min hábiles», «1 día y 3 h hábiles», «4 días hábiles». */
export function workingTime(minutes: number, dayMinutes: number, t: LifeTexts['left']): string {
  if (minutes < hour) return t.minutes({ count: minutes });
  if (minutes < dayMinutes) return t.hours({ count: Math.floor(minutes / hour) });
  const days = Math.floor(minutes / dayMinutes);
  const hours = Math.floor((minutes % dayMinutes) / hour);
  return days < 3 && hours > 0 ? t.daysAndHours({ count: days, hours }) : t.days({ count: days });
}

const steps = [
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Formats how long ago an instant was, in calendar time, such as «hace 2 días». */
export function ago(at: string, now: number, language: Language): string {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  for (const [unit, length] of steps) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(-1, 'minute');
}
