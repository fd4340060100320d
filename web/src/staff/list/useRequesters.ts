import { useRef } from 'react';
import type { Choice } from '../../design/control/SelectField';
import type { TicketCard } from './ticketList';

/**
 * Returns the requesters of all tickets listed so far. The choices of the filter therefore remain while the list is
 * filtered by a requester.
 */
export function useRequesters(tickets: readonly TicketCard[]): readonly Choice[] {
  const seen = useRef(new Map<string, string>());
  for (const { requester } of tickets) seen.current.set(requester.id, requester.name);
  return [...seen.current]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'es'));
}
