import type { ExportTexts } from './es';

export const en: ExportTexts = {
  start: 'Export CSV',
  stop: (count: number) => `Stop (${count} read)`,
  done: (count: number) => (count === 1 ? '1 ticket was exported.' : `${count} tickets were exported.`),
};
