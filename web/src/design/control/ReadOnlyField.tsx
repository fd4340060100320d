import { Field } from './Field';
import classes from './Field.module.css';

/** A read-only field. It can be focused, so that screen readers read it. */
export function ReadOnlyField({ label, value }: { label: string; value: string }) {
  return (
    <Field label={label}>
      {({ id }) => <input id={id} className={classes.input} value={value} readOnly />}
    </Field>
  );
}
