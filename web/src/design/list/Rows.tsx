import type { ComponentProps } from 'react';
import classes from './Rows.module.css';

/** A list (`ul`) on a surface, with lines between its rows (`li`). */
export function Rows(props: ComponentProps<'ul'>) {
  return <ul {...props} className={classes.rows} />;
}

/** A list like Rows, for rows in a meaningful order (`ol`). */
export function OrderedRows(props: ComponentProps<'ol'>) {
  return <ol {...props} className={classes.rows} />;
}
