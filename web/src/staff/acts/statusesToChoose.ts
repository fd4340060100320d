import type { Action } from '../../api/queries';
import type { Status } from '../../design/badges/Badges';

const statusOf: Partial<Record<Action, Status>> = {
  open: 'open',
  wait: 'waiting',
  resolve: 'resolved',
  close: 'closed',
};

/** The statuses that the server allows now, in display order. */
export function statusesToChoose(actions: readonly Action[]): Status[] {
  return (['open', 'wait', 'resolve', 'close'] as const).flatMap((action) =>
    actions.includes(action) ? (statusOf[action] ?? []) : [],
  );
}
