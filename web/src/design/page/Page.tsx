import type { ReactNode } from 'react';
import classes from './Page.module.css';
import { usePageHeading } from './usePageHeading';

interface PageProps {
  /** The text of the h1. Together with the desk's name it is also the document title. */
  title: string;
  deskName: string;
  /** Content below the h1. */
  lead?: ReactNode;
  /** Content to the right of the h1, such as the main button of the page. */
  actions?: ReactNode;
  width?: 'reading' | 'form' | 'full';
  children: ReactNode;
}

/** Renders a page with its heading, sets the document title, and focuses the heading after a navigation. */
export function Page({ title, deskName, lead, actions, width = 'full', children }: PageProps) {
  const heading = usePageHeading(title, deskName);
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
