import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api, type Schemas } from '../../api/client';
import { type Ticket, ticketQuery } from '../../api/queries';

export type Companion = Schemas['Companion'];
type Doing = Schemas['Presence']['doing'];

const every = 15_000;
/** Who has pressed no key for so long reads again. */
const pause = 20_000;
const nobody: readonly Companion[] = [];

export interface Presence {
  others: readonly Companion[];
  /** To be called with every key that is typed. */
  typed: () => void;
}

function say(number: string, doing: Doing, init: { signal?: AbortSignal; keepalive?: boolean }) {
  return answer(
    api.PUT('/tickets/{number}/presence', { params: { path: { number } }, body: { doing }, ...init }),
  );
}

/**
 * D8: says that the person is at the ticket and hears who else is. The answer's version is also how the page learns that the
 * ticket has changed, so an open page costs little while nothing happens, and nothing while it is not seen.
 */
export function usePresence(ticket: Ticket): Presence {
  const client = useQueryClient();
  const { number } = ticket;
  const doing = useRef<'viewing' | 'writing'>('viewing');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [writing, setWriting] = useState(false);

  const { data, refetch } = useQuery({
    queryKey: ['presence', number],
    queryFn: ({ signal }) => say(number, doing.current, { signal }),
    refetchInterval: every,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });

  // What changes is said at once.
  useEffect(() => {
    const next = writing ? 'writing' : 'viewing';
    if (doing.current === next) return;
    doing.current = next;
    void refetch();
  }, [writing, refetch]);

  const typed = useCallback(() => {
    setWriting(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setWriting(false), pause);
  }, []);

  const newest = data?.version ?? 0;
  useEffect(() => {
    if (newest > ticket.version) void client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
  }, [newest, ticket.version, client, number]);

  useEffect(() => {
    // Unsaid, it would show for a while longer; that is all.
    const leave = () => void say(number, 'gone', { keepalive: true }).catch(() => undefined);
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
