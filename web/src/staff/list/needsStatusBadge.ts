import type { Status } from '../../design/badges/Badges';
import type { ListSource } from '../routes';

/**
 * Whether a ticket's status needs a badge. It needs none if it is the usual status in the queue: waiting,
 * resolved or closed in the queue of that name, open in the other queues. In the queue `all` and in a search
 * every status has a badge.
 */
export function needsStatusBadge(source: ListSource, status: Status): boolean {
  if (!('queue' in source) || source.queue === 'all') return true;
  if (source.queue === 'waiting' || source.queue === 'resolved' || source.queue === 'closed') {
    return status !== source.queue;
  }
  return status !== 'open';
}
