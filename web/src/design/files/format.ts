import type { Language } from '../../i18n/language';

const units = ['B', 'KB', 'MB', 'GB'] as const;

/**
 * Formats a size: «31 MB», «1.4 MB», «812 KB». MB and GB below 10 have one decimal. Mexican Spanish uses a
 * decimal point too.
 */
export function formatBytes(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit < 2 || value >= 10 ? 0 : 1;
  const shown = new Intl.NumberFormat(language === 'es' ? 'es-MX' : 'en-US', {
    maximumFractionDigits: digits,
  });
  return `${shown.format(value)} ${units[unit]}`;
}
