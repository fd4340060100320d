import { Field } from './Field';
import classes from './Field.module.css';

/** What the form knows already: focusable and read aloud, but not editable. */
export function ReadOnlyField({ label, value }: { label: string; value: string }) {
  return (
    <Field label={label}>
      {({ id }) => <input id={id} className={classes.input} value={value} readOnly />}
    </Field>
  );
}
