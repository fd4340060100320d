import type { ReactNode } from 'react';
import classes from './Page.module.css';
import { useArrival } from './useArrival';

interface PageProps {
  /** The h1 and, with the desk's name, the document's title. */
  title: string;
  deskName: string;
  /** Beneath the h1. */
  lead?: ReactNode;
  /** At the right of the h1, such as the page's main button. */
  actions?: ReactNode;
  width?: 'reading' | 'form' | 'full';
  children: ReactNode;
}

/** A page: its heading, its document title, and where focus goes when one arrives at it. */
export function Page({ title, deskName, lead, actions, width = 'full', children }: PageProps) {
  const heading = useArrival(title, deskName);
  return (
    <div className={`${classes.page} ${classes[width]}`}>
      <div className={classes.head}>
        <div className={classes.heading}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
