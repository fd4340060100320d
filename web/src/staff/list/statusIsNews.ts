import type { Status } from '../../design/badges/Badges';
import type { ListSource } from '../routes';

/** A queue's own status needs no badge on each of its tickets. */
export function statusIsNews(source: ListSource, status: Status): boolean {
  if (!('queue' in source) || source.queue === 'all') return true;
  if (source.queue === 'waiting' || source.queue === 'resolved' || source.queue === 'closed') {
    return status !== source.queue;
  }
  return status !== 'open';
}
