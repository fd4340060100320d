import type { ReactNode } from 'react';
import classes from './Page.module.css';
import { useArrival } from './useArrival';

interface PageProps {
  /** The h1; with the desk's name also the document title. */
  title: string;
  deskName: string;
  /** Below the h1. */
  lead?: ReactNode;
  /** To the right of the h1, such as the page's main button. */
  actions?: ReactNode;
  width?: 'reading' | 'form' | 'full';
  children: ReactNode;
}

/** A page: heading, document title, and the focus after a navigation. */
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
