import type { Status } from '../../design/badges/Badges';
import type { ListSource } from '../routes';

/** Whether a ticket's status needs a badge. It needs none if the queue implies the status. */
export function needsStatusBadge(source: ListSource, status: Status): boolean {
  if (!('queue' in source) || source.queue === 'all') return true;
  if (source.queue === 'waiting' || source.queue === 'resolved' || source.queue === 'closed') {
    return status !== source.queue;
  }
  return status !== 'open';
}
