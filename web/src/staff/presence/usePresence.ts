import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client';
import { type Ticket, ticketQuery } from '../../api/queries';
import { pollInterval } from '../../polling/pollInterval';

export type Companion = Schemas['Companion'];
type Doing = Schemas['Presence']['doing'];

/** The milliseconds between two reports while others are on the ticket. */
const intervalInCompany = 15_000;
/** A person who has not typed for this time, in milliseconds, counts as viewing again. */
const typingTimeout = 20_000;
const nobody: readonly Companion[] = [];

export interface Presence {
  others: readonly Companion[];
  /** Must be called on every edit. */
  typed: () => void;
}

function sendPresence(number: string, doing: Doing, init: { signal?: AbortSignal; keepalive?: boolean }) {
  return dataOf(
    api.PUT('/tickets/{number}/presence', { params: { path: { number } }, body: { doing }, ...init }),
  );
}

/**
 * Reports that the person is viewing or writing, and returns the other people on the ticket (D8). It reports more often
 * while others are there; see also pollInterval. The
 * response contains the ticket's version, so that the page reloads the ticket only if it has changed. When
 * the page is hidden, it reports that the person has left. The next report follows when the page is visible
 * again.
 */
export function usePresence(ticket: Ticket): Presence {
  const client = useQueryClient();
  const { number } = ticket;
  const doing = useRef<'viewing' | 'writing'>('viewing');
  const version = useRef<number>(undefined);
  const unchanged = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [writing, setWriting] = useState(false);

  const { data, refetch } = useQuery({
    queryKey: ['presence', number],
    queryFn: async ({ signal }) => {
      const presence = await sendPresence(number, doing.current, { signal });
      unchanged.current = presence.version === version.current ? unchanged.current + 1 : 0;
      version.current = presence.version;
      return presence;
    },
    refetchInterval: ({ state }) =>
      state.data?.people.length
        ? intervalInCompany
        : pollInterval(unchanged.current, state.fetchFailureCount),
    refetchOnWindowFocus: 'always',
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });

  // A change between viewing and writing is reported at once.
  useEffect(() => {
    const next = writing ? 'writing' : 'viewing';
    if (doing.current === next) return;
    doing.current = next;
    void refetch();
  }, [writing, refetch]);

  const typed = useCallback(() => {
    setWriting(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setWriting(false), typingTimeout);
  }, []);

  const newest = data?.version ?? 0;
  useEffect(() => {
    if (newest > ticket.version) void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
  }, [newest, ticket.version, client, number]);

  useEffect(() => {
    // If this request fails, the presence expires on the server a little later.
    const leave = () => void sendPresence(number, 'gone', { keepalive: true }).catch(() => undefined);
    const onVisibility = () => document.hidden && leave();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', leave);
      clearTimeout(timer.current);
      leave();
    };
  }, [number]);

  return { others: data?.people ?? nobody, typed };
}
