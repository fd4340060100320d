import { addedByOthers, type Versioned } from '../../newentries/addedByOthers';

/**
 * Returns the version on which a change is based (D8): `base`, which the person had read when they began. If `base` is
 * undefined, or if only this person changed the ticket since then, it is the current version.
 */
export function versionToSend(ticket: Versioned, base: number | undefined, personId: string): number {
  if (base === undefined || base >= ticket.version) return base ?? ticket.version;
  return addedByOthers(ticket, base, personId).length === 0 ? ticket.version : base;
}
