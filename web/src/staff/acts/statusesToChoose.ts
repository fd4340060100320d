import type { Action } from '../../api/queries';
import type { Status } from '../../design/badges/Badges';

const statusOf: Partial<Record<Action, Status>> = {
  open: 'open',
  wait: 'waiting',
  resolve: 'resolved',
  close: 'closed',
};

/** Returns the statuses that the server currently allows, in display order. */
export function statusesToChoose(actions: readonly Action[]): Status[] {
  return (['open', 'wait', 'resolve', 'close'] as const).flatMap((action) =>
    actions.includes(action) ? (statusOf[action] ?? []) : [],
  );
}
