import { useRef } from 'react';
import type { Choice } from '../../design/control/SelectField';
import type { TicketCard } from './ticketList';

/** The requesters that were met in the list so far: one that filters it stays known while it shows nobody else's tickets. */
export function useRequesters(tickets: readonly TicketCard[]): readonly Choice[] {
  const met = useRef(new Map<string, string>());
  for (const { requester } of tickets) met.current.set(requester.id, requester.name);
  return [...met.current]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'es'));
}
