import type { ReactNode } from 'react';
import classes from './Field.module.css';

/** Fields side by side on wide screens, with aligned controls whether or not they have a hint or an error. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}
