import type { Schemas } from '../api/client';

export type Entry = Schemas['Entry'];
export type Versioned = Pick<Schemas['Ticket'], 'version' | 'entries'>;

/** Returns the entries that others added after a version of the ticket. */
export function addedByOthers(ticket: Versioned, since: number, personId: string): Entry[] {
  return ticket.entries.filter(({ version, author }) => version > since && author.id !== personId);
}
