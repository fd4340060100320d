import type { Schemas } from '../../api/client';

/** Returns the deadline that lists show: the next deadline of a ticket, or the deadline of an attended ticket. */
export function shownDeadline({
  nextDeadline,
  dueAt,
}: Pick<Schemas['TicketCard'], 'nextDeadline' | 'dueAt'>) {
  return nextDeadline?.at ?? dueAt;
}
