import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { actAs, api, dataOf, onUnauthenticated } from '../api/client';
import { settingsQuery } from '../api/queries';
import { saveOpenForms } from '../drafts/openForms';
import { removeSyncedDrafts } from '../drafts/store';
import { preserveTabId } from '../drafts/tabId';
import { setLanguage } from '../i18n/language';
import { SessionEnded } from './SessionEnded';
import { SessionEndsSoon } from './SessionEndsSoon';
import { type Person, sessionQuery } from './sessionQuery';
import { useIdleEnd } from './useIdleEnd';
import { type Session, SessionContext } from './useSession';

/** The channel on which a tab sends the id of a person who signs out to the other tabs of the browser. */
const signOutChannel = 'mesa.signed-out';

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

  useEffect(preserveTabId, []);

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

  const leave = useCallback(() => {
    actAs(undefined);
    setLastPerson(undefined);
    removePersonalData(client, lastPerson?.id);
  }, [client, lastPerson]);

  const signOut = useCallback(async () => {
    // A text that the server has can be removed from the device.
    await saveOpenForms();
    await dataOf(api.DELETE('/session'));
    const channel = new BroadcastChannel(signOutChannel);
    channel.postMessage(lastPerson?.id);
    channel.close();
    client.setQueryData(sessionQuery.queryKey, null);
    leave();
  }, [client, lastPerson, leave]);

  // The person has signed out in another tab, so this tab must not show their data or store their drafts.
  useEffect(() => {
    if (!lastPerson) return;
    const channel = new BroadcastChannel(signOutChannel);
    channel.onmessage = ({ data }) => {
      if (data !== lastPerson.id) return;
      client.setQueryData(sessionQuery.queryKey, null);
      leave();
    };
    return () => channel.close();
  }, [client, lastPerson, leave]);

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

  const idleSeconds = current?.idleSeconds;
  const idleEnd = useIdleEnd(
    idleSeconds === undefined ? undefined : query.dataUpdatedAt + idleSeconds * 1000,
  );

  return (
    <SessionContext value={session}>
      {children}
      {idleEnd.endsSoon && !ended && <SessionEndsSoon onStay={idleEnd.stay} />}
      {ended && lastPerson && <SessionEnded person={lastPerson} onSignedIn={signedIn} onLeave={leave} />}
    </SessionContext>
  );
}
