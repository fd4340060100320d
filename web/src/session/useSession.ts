import { createContext, use } from 'react';
import { defaultTimeZone } from '../design/dates/format';
import type { Person } from './sessionQuery';

export interface Session {
  /** `loading` until the first response; `failed` when the request failed. */
  status: 'loading' | 'failed' | 'anonymous' | 'signed-in';
  /** Stays set while the person signs in again after the session ended, so that pages keep the typed text. */
  person: Person | undefined;
  /** The person's own zone, else the desk's; undefined until either is known. */
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

/** The signed-in person, for pages that require a session. */
export function usePerson(): Person {
  const { person } = useSession();
  if (!person) throw new Error('usePerson without a signed-in person');
  return person;
}

/** The person's own zone, else the desk's (C4). */
export function useTimeZone(): string {
  return use(SessionContext)?.timeZone ?? defaultTimeZone;
}
