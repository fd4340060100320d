import { type ReactNode, useId } from 'react';
import { Icon } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import classes from './Field.module.css';

export interface FieldLook {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Whether the label marks the field as optional. */
  optional?: boolean;
}

export interface FieldIds {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
}

interface FieldProps extends FieldLook {
  /** `nothing` is for controls that are not form elements. They refer to the label with `aria-labelledby`. */
  labelFor?: 'control' | 'nothing';
  children: (ids: FieldIds) => ReactNode;
}

/** Renders the label, hint and error of a control. Ids connect them to the control. */
export function Field({
  label,
  hint,
  error,
  required,
  optional,
  labelFor = 'control',
  children,
}: FieldProps) {
  const id = useId();
  const t = useDesignTexts();
  const labelId = `${id}-label`;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ') || undefined;
  const text = (
    <>
      {label}
      {required && (
        <span className={classes.required} aria-hidden="true">
          *
        </span>
      )}
      {optional && <span className={classes.optional}> {t.page.optional}</span>}
    </>
  );
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        {labelFor === 'control' ? (
          <label className={classes.label} id={labelId} htmlFor={id}>
            {text}
          </label>
        ) : (
          <span className={classes.label} id={labelId}>
            {text}
          </span>
        )}
        {hint && (
          <div className={classes.hint} id={hintId}>
            {hint}
          </div>
        )}
      </div>
      <div className={classes.body}>
        {children({ id, labelId, describedBy, invalid: Boolean(error) })}
        {error && (
          <p className={classes.error} id={errorId}>
            <Icon name="alert" />
            <span>{error}</span>
          </p>
        )}
      </div>
    </div>
  );
}
