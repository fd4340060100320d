import type { Schemas } from '../api/client';
import { useDesignTexts } from '../design/texts';
import type { DesignTexts } from '../design/texts/es';

type Author = Schemas['Author'];

/**
 * Returns the role and the organization of an author, «Usuario, IEE Michoacán». People choose their own names, so pages
 * show this beside each name (P11). The desk itself has none.
 */
export function affiliationOf({ role, organization }: Author, roles: DesignTexts['roles']): string {
  return role === 'system' ? '' : [roles[role], organization].filter(Boolean).join(', ');
}

export function useAffiliation(author: Author): string {
  return affiliationOf(author, useDesignTexts().roles);
}
