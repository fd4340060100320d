import { createContext, use } from 'react';
import { defaultTimeZone } from '../design/dates/format';
import type { Person } from './sessionQuery';

export interface Session {
  /** `loading` until the first answer; `failed` when the API could not say. */
  status: 'loading' | 'failed' | 'anonymous' | 'signed-in';
  /** Stays the same while a session that ended is being renewed, so that pages keep what was typed. */
  person: Person | undefined;
  retry: () => void;
  signedIn: (person: Person) => void;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

/** For pages that are shown only to someone signed in. */
export function usePerson(): Person {
  const { person } = useSession();
  if (!person) throw new Error('usePerson without a signed-in person');
  return person;
}

/** The person's own zone; before signing in, the desk's usual one. */
export function useTimeZone(): string {
  return use(SessionContext)?.person?.timeZone ?? defaultTimeZone;
}
