import type { DesignTexts } from '../design/texts/es';
import type { Entry } from './addedByOthers';

/** Returns one line about new entries: «Nuevo mensaje de María López». */
export function newEntriesText(
  t: DesignTexts['newEntries'],
  fresh: readonly Pick<Entry, 'kind' | 'author'>[],
): string {
  const newest = fresh.at(-1);
  if (!newest) return '';
  const { kind, author } = newest;
  const text = author.role === 'system' ? t.desk : t.of[kind]({ name: author.name });
  return fresh.length === 1 ? text : t.several({ count: fresh.length, newest: text });
}
