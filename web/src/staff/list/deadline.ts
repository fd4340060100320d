import type { Schemas } from '../../api/client';

/** Returns the deadline that lists show: the next deadline of a ticket, or the deadline of an attended ticket. */
export function shownDeadline({
  nextDeadline,
  dueAt,
}: Pick<Schemas['TicketCard'], 'nextDeadline' | 'dueAt'>) {
  return nextDeadline?.at ?? dueAt;
}

/** Returns whether the resolution of a ticket is overdue, not only its first response. */
export function isResolutionOverdue({ overdue, dueAt }: Pick<Schemas['TicketCard'], 'overdue' | 'dueAt'>) {
  return overdue && dueAt !== null && Date.parse(dueAt) < Date.now();
}
