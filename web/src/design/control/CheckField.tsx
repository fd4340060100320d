import { useId } from 'react';
import classes from './CheckField.module.css';
import fields from './Field.module.css';
import { FieldError } from './FieldError';

interface CheckFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  name?: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** A checkbox with a label, a hint and an error. */
export function CheckField({ label, hint, error, required, name, checked, onChecked }: CheckFieldProps) {
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={fields.field}>
      <label className={classes.check}>
        <input
          type="checkbox"
          name={name}
          checked={checked}
          onChange={(event) => onChecked(event.target.checked)}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
        <span>
          {label}
          {required && (
            <span className={fields.required} aria-hidden="true">
              *
            </span>
          )}
        </span>
      </label>
      {hint && (
        <p className={`${fields.hint} ${classes.below}`} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
