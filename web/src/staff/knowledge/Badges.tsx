import type { Schemas } from '../../api/client';
import { Icon } from '../../design/icon/Icon';
import classes from './Badges.module.css';
import { useTexts } from './texts';

const icons = { draft: 'circleDashed', published: 'checkCircle', changed: 'circleDot' } as const;

/** Icon and word: the colour is never the only sign. */
export function StateBadge({ state }: { state: Schemas['ArticleState'] }) {
  const t = useTexts();
  return (
    <span className={`${classes.badge} ${classes[state]}`}>
      <Icon name={icons[state]} />
      {t.state[state]}
    </span>
  );
}

/** Only the internal ones are marked: everyone reads the others. */
export function InternalBadge() {
  const t = useTexts();
  return (
    <span className={`${classes.badge} ${classes.internal}`}>
      <Icon name="lock" />
      {t.audience.internal}
    </span>
  );
}

export function WarningBadge({ children }: { children: string }) {
  return (
    <span className={`${classes.badge} ${classes.warning}`}>
      <Icon name="alert" />
      {children}
    </span>
  );
}
