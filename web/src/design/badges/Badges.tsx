import type { Schemas } from '../../api/client';
import { Icon, type IconName } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import classes from './Badges.module.css';

export type Status = Schemas['Status'];
export type Priority = Schemas['Priority'];

const statusIcons: Record<Status, IconName> = {
  open: 'circleDot',
  waiting: 'pause',
  resolved: 'checkCircle',
  closed: 'lock',
};

/** Icon and word: the colour is never the only sign. */
export function StatusBadge({ status }: { status: Status }) {
  const t = useDesignTexts();
  return (
    <span className={`${classes.badge} ${classes[status]}`}>
      <Icon name={statusIcons[status]} />
      {t.status[status]}
    </span>
  );
}

const priorityIcons: Record<Priority | 'unset', IconName> = {
  high: 'chevronUp',
  medium: 'equal',
  low: 'chevronDown',
  unset: 'circleDashed',
};

export function PriorityBadge({ priority }: { priority: Priority | null }) {
  const t = useDesignTexts();
  const shown = priority ?? 'unset';
  return (
    <span className={`${classes.badge} ${classes[shown]}`}>
      <Icon name={priorityIcons[shown]} />
      {t.priority[shown]}
    </span>
  );
}
