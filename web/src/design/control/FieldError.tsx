import { Icon } from '../icon/Icon';
import classes from './Field.module.css';

interface FieldErrorProps {
  /** The control or group refers to this id with `aria-describedby`. */
  id?: string;
  /** Whether screen readers announce the error when it appears. The errors of a focused control need no announcement. */
  live?: boolean;
  children: string;
}

/** The error of a control or of a group of controls. */
export function FieldError({ id, live = false, children }: FieldErrorProps) {
  return (
    <p className={classes.error} id={id} role={live ? 'alert' : undefined}>
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}
