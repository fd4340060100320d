import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fold } from '../../design/search/fold';
import { useDebounced } from '../../design/search/useDebounced';
import type { Choices } from '../filters/useChoices';
import { fetchPage, type TicketCard } from './ticketList';

/** The pause in typing after which the search is sent, in milliseconds. */
const typingPause = 250;

/** The maximum number of tickets on a page of a search. */
const maxFound = 40;

/**
 * Returns the choices of the filter by requester: the requesters of all tickets listed so far, and of the tickets that the
 * typed name finds. The search index contains the names, so the choices include everybody whose tickets the person may
 * see.
 */
export function useRequesters(tickets: readonly TicketCard[], selected: readonly string[]): Choices {
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim(), typingPause);
  const found = useQuery({
    queryKey: ['requesters', words],
    queryFn: ({ signal }) => fetchPage(client, { q: words, limit: maxFound }, signal),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const seen = useRef(new Map<string, string>());
  for (const { requester } of [...tickets, ...(found.data?.items ?? [])])
    seen.current.set(requester.id, requester.name);
  return {
    choices: [...seen.current]
      .filter(([id, name]) => selected.includes(id) || hasWords(name, typed))
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'es')),
    queries: [],
    search: {
      typed,
      onTyped: setTyped,
      more: words === '' || Boolean(found.data?.next ?? found.data?.leftOut?.prefix),
      error: found.error,
      retry: () => void found.refetch(),
    },
  };
}

/** Reports whether each typed word is at the start of a word of the name. */
export function hasWords(name: string, typed: string): boolean {
  const parts = fold(name).split(/\s+/);
  return fold(typed)
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}
