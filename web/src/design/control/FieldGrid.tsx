import type { ReactNode } from 'react';
import classes from './Field.module.css';

/** Fields side by side where there is room: their controls are in line, whichever has a hint or an error. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}
