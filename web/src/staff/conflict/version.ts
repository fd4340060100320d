import type { Entry, Ticket } from '../ticket/ticketQuery';

type Versioned = Pick<Ticket, 'version' | 'entries'>;

/** What others added since the version that the person's work began on. */
export function addedByOthers(ticket: Versioned, since: number, personId: string): Entry[] {
  return ticket.entries.filter(({ version, author }) => version > since && author.id !== personId);
}

/**
 * The version to send an act on (D8): the one that the person had read when they began. What they did themselves
 * meanwhile is no surprise to them, so it moves along.
 */
export function versionToSend(ticket: Versioned, began: number | undefined, personId: string): number {
  if (began === undefined || began >= ticket.version) return began ?? ticket.version;
  return addedByOthers(ticket, began, personId).length === 0 ? ticket.version : began;
}
