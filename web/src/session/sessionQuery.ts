import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { forgetSession, whoseSession } from '../api/hint';
import { Problem } from '../api/problem';

export type Person = Schemas['Person'];

/** Who is signed in; null is nobody. Nobody is an answer, not an error, and is not asked about where it can't be otherwise. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Person | null> => {
    if (!whoseSession()) return null;
    try {
      return await answer(api.GET('/session', { signal }));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        forgetSession();
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
