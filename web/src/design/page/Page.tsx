import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from '../announce/announce';
import classes from './Page.module.css';

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

// The first page of a visit leaves focus where the browser puts it; the following ones move it to the heading.
let navigated = false;

/** A page: its heading, its document title, and where focus goes when one arrives at it. */
export function Page({ title, deskName, lead, actions, width = 'full', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${deskName}`;
  }, [title, deskName]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival, not when the title changes
  useEffect(() => {
    if (navigated) {
      heading.current?.focus({ preventScroll: true });
      if (!location.hash.slice(1).match(/^[\w-]+$/)) window.scrollTo(0, 0);
      announce(title);
    }
    navigated = true;
  }, []);

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
