import type { Schemas } from '../api/client';

export type Entry = Schemas['Entry'];
export type Versioned = Pick<Schemas['Ticket'], 'version' | 'entries'>;

/**
 * Returns the entries that others added after a version of the ticket. If an act of the person made the system assign the
 * ticket, such as opening it, the assignment is left out.
 */
export function addedByOthers({ entries }: Versioned, since: number, personId: string): Entry[] {
  return entries.filter(
    ({ version, author, changes }, index) =>
      version > since &&
      author.id !== personId &&
      !(
        author.role === 'system' &&
        entries[index - 1]?.author.id === personId &&
        changes.some(({ field }) => field === 'assignee')
      ),
  );
}
