import { addedByOthers, type Versioned } from '../../news/addedByOthers';

/**
 * The version to send an act on (D8): the one that the person had read when they began. What they did themselves
 * meanwhile is no surprise to them, so it moves along.
 */
export function versionToSend(ticket: Versioned, began: number | undefined, personId: string): number {
  if (began === undefined || began >= ticket.version) return began ?? ticket.version;
  return addedByOthers(ticket, began, personId).length === 0 ? ticket.version : began;
}
