import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { actAs, api, dataOf, onUnauthenticated } from '../api/client';
import { settingsQuery } from '../api/queries';
import { removeSyncedDrafts } from '../drafts/store';
import { setLanguage } from '../i18n/language';
import { SessionEnded } from './SessionEnded';
import { type Person, sessionQuery } from './sessionQuery';
import { type Session, SessionContext } from './useSession';

/** Removes the person's data from this page, and from the device the drafts that the server has (J2). */
function removePersonalData(client: QueryClient, personId: string | undefined): void {
  if (personId) removeSyncedDrafts(localStorage, personId);
  client.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'settings',
  });
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const query = useQuery(sessionQuery);
  const deskTimeZone = useQuery(settingsQuery).data?.timeZone;
  const [lastPerson, setLastPerson] = useState<Person>();
  const signedInId = useRef<string>(undefined);
  const current = query.data;

  useEffect(() => {
    if (!current) return;
    // Another person has signed in in another tab. This page shows the previous person's data, so it is reloaded.
    if (lastPerson && lastPerson.id !== current.id && signedInId.current !== current.id) {
      location.reload();
      return;
    }
    actAs(current.id);
    setLastPerson(current);
    setLanguage(current.language);
  }, [current, lastPerson]);

  // After a 401 the session is requested again. The response shows whether the session has ended.
  useEffect(
    () => onUnauthenticated(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })),
    [client],
  );

  const signedIn = useCallback(
    (person: Person) => {
      signedInId.current = person.id;
      // Another person in the same browser must not see the previous person's data.
      if (lastPerson && lastPerson.id !== person.id) removePersonalData(client, lastPerson.id);
      client.setQueryData(sessionQuery.queryKey, person);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    [client, lastPerson],
  );

  const signOut = useCallback(async () => {
    await dataOf(api.DELETE('/session'));
    actAs(undefined);
    setLastPerson(undefined);
    client.setQueryData(sessionQuery.queryKey, null);
    removePersonalData(client, lastPerson?.id);
  }, [client, lastPerson]);

  const ended = current === null && lastPerson !== undefined;
  const person = current ?? (ended ? lastPerson : undefined);
  const { isPending, isError, refetch } = query;

  const session = useMemo<Session>(() => {
    let status: Session['status'] = 'anonymous';
    if (person) status = 'signed-in';
    else if (isPending) status = 'loading';
    else if (isError) status = 'failed';
    const timeZone = person?.timeZone ?? deskTimeZone;
    return { status, person, timeZone, retry: () => void refetch(), signedIn, signOut };
  }, [person, deskTimeZone, isPending, isError, refetch, signedIn, signOut]);

  const leave = useCallback(() => {
    actAs(undefined);
    setLastPerson(undefined);
    removePersonalData(client, lastPerson?.id);
  }, [client, lastPerson]);

  return (
    <SessionContext value={session}>
      {children}
      {ended && lastPerson && <SessionEnded person={lastPerson} onSignedIn={signedIn} onLeave={leave} />}
    </SessionContext>
  );
}
