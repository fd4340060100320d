import type { ReactNode } from 'react';
import { asProblem } from '../../api/problem';
import { Button } from '../button/Button';
import { Icon, type IconName } from '../icon/Icon';
import { problemText } from '../notice/ProblemNotice';
import { useDesignTexts } from '../texts';
import classes from './States.module.css';

interface EmptyStateProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** Shown if there is no content to show. It says why, and what to do next. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <Icon name={icon} large />
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}

/** Shows that loading failed, with a retry. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useDesignTexts();
  const problem = asProblem(error);
  return (
    <div className={classes.state} role="alert">
      <Icon name="alert" large />
      <p className={classes.title}>{t.error.title}</p>
      <div className={classes.text}>
        <p>{problemText(problem, t)}</p>
        {problem.requestId && (
          <p className={classes.reference}>{t.error.reference({ id: problem.requestId })}</p>
        )}
      </div>
      <div className={classes.actions}>
        <Button kind="secondary" icon="refresh" onClick={onRetry}>
          {t.error.retry}
        </Button>
      </div>
    </div>
  );
}

type Size = 'line' | 'title' | 'control' | 'row' | 'block';

/** A placeholder for content that is loading. It has the size of the content, so that nothing moves when that appears. */
export function Skeleton({ size = 'line', count = 1 }: { size?: Size; count?: number }) {
  const t = useDesignTexts();
  return (
    <div className={classes.skeletons} role="status" data-loading>
      <span className="visually-hidden">{t.page.loading}</span>
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <div key={index} className={`${classes.skeleton} ${classes[size]}`} />
      ))}
    </div>
  );
}
