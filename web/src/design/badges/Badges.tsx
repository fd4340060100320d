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

interface BadgeProps {
  /** Selects the colours of the badge. */
  look: 'open' | 'waiting' | 'resolved' | 'closed' | 'high' | 'medium' | 'low' | 'unset' | 'note' | 'warning';
  icon: IconName;
  /** Whether the badge is inside a line of text, whose height must not change. */
  inLine?: boolean;
  children: string;
}

/** A badge with an icon and a word, so that its meaning does not depend on colour alone (E2). */
export function Badge({ look, icon, inLine, children }: BadgeProps) {
  return (
    <span className={`${classes.badge} ${classes[look]}`} data-in-line={inLine || undefined}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

export function StatusBadge({ status }: { status: Status }) {
  const t = useDesignTexts();
  return (
    <Badge look={status} icon={statusIcons[status]} inLine>
      {t.status[status]}
    </Badge>
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
  const look = priority ?? 'unset';
  return (
    <Badge look={look} icon={priorityIcons[look]} inLine>
      {t.priority[look]}
    </Badge>
  );
}
