import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client';
import { removeSessionHint, sessionPersonId } from '../api/hint';
import { Problem } from '../api/problem';

export type Person = Schemas['Person'];

/**
 * Loads the signed-in person, or null. Without the cookie `signed-in` no request is sent. A 401 response means null,
 * not an error.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Person | null> => {
    if (!sessionPersonId()) return null;
    try {
      return await dataOf(api.GET('/session', { signal }));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        removeSessionHint();
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

/** Whether the person may open «Administración». Each section lists its own roles. */
export function administers(person: Person): boolean {
  return person.role === 'supervisor' || person.role === 'admin';
}
