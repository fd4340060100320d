import { addedByOthers, type Versioned } from '../../newentries/addedByOthers';

/**
 * The version to make a change on (D8): `base`, which the person had read when they began, or the current one if everything
 * since `base` is their own.
 */
export function versionToSend(ticket: Versioned, base: number | undefined, personId: string): number {
  if (base === undefined || base >= ticket.version) return base ?? ticket.version;
  return addedByOthers(ticket, base, personId).length === 0 ? ticket.version : base;
}
