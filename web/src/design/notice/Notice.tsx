import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/Icon';
import classes from './Notice.module.css';

type Tone = 'info' | 'success' | 'warning' | 'danger';

const icons: Record<Tone, IconName> = {
  info: 'info',
  success: 'checkCircle',
  warning: 'alert',
  danger: 'alert',
};

interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  /** Buttons and links below the text. */
  actions?: ReactNode;
  /** Whether screen readers announce the notice when it appears, for example for the result of an action. */
  live?: boolean;
}

export function Notice({ tone = 'info', title, children, actions, live = false }: NoticeProps) {
  const role = tone === 'danger' ? 'alert' : 'status';
  return (
    <div className={`${classes.notice} ${classes[tone]}`} role={live ? role : undefined} data-notice>
      <Icon name={icons[tone]} />
      <div className={classes.body}>
        {title && <p className={classes.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}
