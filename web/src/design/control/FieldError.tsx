import { Icon } from '../icon/Icon';
import classes from './Field.module.css';

/** The error below a control. The control refers to its id with `aria-describedby`. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p className={classes.error} id={id}>
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}
