import { createContext, use } from 'react';
import { defaultTimeZone } from '../design/dates/format';
import type { Person } from './sessionQuery';

export interface Session {
  /** `loading` until the first response, `failed` if the request failed. */
  status: 'loading' | 'failed' | 'anonymous' | 'signed-in';
  /**
   * The signed-in person. After the session has ended it stays set until the person signs in again, so that pages keep
   * the typed text.
   */
  person: Person | undefined;
  /** The person's own time zone, or else the desk's. Undefined until one of them is known. */
  timeZone: string | undefined;
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

/** Returns the signed-in person, for pages that require a session. */
export function usePerson(): Person {
  const { person } = useSession();
  if (!person) throw new Error('usePerson without a signed-in person');
  return person;
}

/** Returns the person's own time zone, or else the desk's (C4). Until one of them is known, it returns UTC. */
export function useTimeZone(): string {
  return use(SessionContext)?.timeZone ?? defaultTimeZone;
}
