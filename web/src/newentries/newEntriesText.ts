import type { DesignTexts } from '../design/texts/es';
import { affiliationOf } from '../history/affiliation';
import type { Entry } from './addedByOthers';

/** Returns one line about new entries: «Nuevo mensaje de María López (Usuario)». */
export function newEntriesText(
  { newEntries: t, roles }: Pick<DesignTexts, 'newEntries' | 'roles'>,
  entries: readonly Pick<Entry, 'kind' | 'author'>[],
): string {
  const newest = entries.at(-1);
  if (!newest) return '';
  const { kind, author } = newest;
  const text =
    author.role === 'system'
      ? t.desk
      : t.byKind[kind]({ name: `${author.name} (${affiliationOf(author, roles)})` });
  return entries.length === 1 ? text : t.several({ count: entries.length, newest: text });
}
