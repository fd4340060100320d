import { addedByOthers, type Versioned } from '../../news/addedByOthers';

/**
 * The version to send an act on (D8): the one the person saw when they began, or the current one if only they changed the ticket
 * since.
 */
export function versionToSend(ticket: Versioned, began: number | undefined, personId: string): number {
  if (began === undefined || began >= ticket.version) return began ?? ticket.version;
  return addedByOthers(ticket, began, personId).length === 0 ? ticket.version : began;
}
