import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { Problem } from '../api/problem';

export type Person = Schemas['Person'];

/** Set beside the session's own cookie, which no script can see; both last as long. */
const hint = 'signed-in';

function canBeSignedIn(): boolean {
  return document.cookie.split('; ').some((cookie) => cookie.startsWith(`${hint}=`));
}

/** Who is signed in; null is nobody. Nobody is an answer, not an error, and is not asked about where it can't be otherwise. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Person | null> => {
    if (!canBeSignedIn()) return null;
    try {
      return await answer(api.GET('/session', { signal }));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
        document.cookie = `${hint}=; Path=/; Max-Age=0`;
        return null;
      }
      throw error;
    }
  },
  staleTime: 30_000,
});

export function isStaff(person: Person): boolean {
  return person.role !== 'requester';
}

/** Supervisors and administrators; each section of «Administración» says which of them it is for. */
export function administers(person: Person): boolean {
  return person.role === 'supervisor' || person.role === 'admin';
}
