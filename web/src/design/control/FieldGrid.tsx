import type { ReactNode } from 'react';
import classes from './Field.module.css';

/**
 * Places fields side by side on wide screens. The controls are aligned even if only some fields have a hint or an
 * error.
 */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}
