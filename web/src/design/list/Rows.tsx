import type { ComponentProps } from 'react';
import classes from './Rows.module.css';

/** A list on a surface, its rows (`li`) apart by a line. */
export function Rows(props: ComponentProps<'ul'>) {
  return <ul {...props} className={classes.rows} />;
}

/** Rows whose order says something. */
export function OrderedRows(props: ComponentProps<'ol'>) {
  return <ol {...props} className={classes.rows} />;
}
