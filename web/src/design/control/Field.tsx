import { type AllHTMLAttributes, type ReactNode, useId } from 'react';
import { useDesignTexts } from '../texts';
import classes from './Field.module.css';
import { FieldError } from './FieldError';

export interface FieldLook {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Whether the label marks the field as optional. */
  optional?: boolean;
  /** Whether only screen readers get the label and the hint, because the surroundings show what the field is for. */
  labelHidden?: boolean;
}

interface FieldIds {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  /** The attributes of a control that is a form element. */
  control: Pick<AllHTMLAttributes<HTMLElement>, 'id' | 'aria-required' | 'aria-invalid' | 'aria-describedby'>;
}

/** Separates the label, hint and error of a control from its other properties. */
export function splitLook<Props extends FieldLook>(props: Props) {
  const { label, hint, error, required, optional, labelHidden, ...rest } = props;
  return [{ label, hint, error, required, optional, labelHidden }, rest] as const;
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
  labelHidden = false,
  labelFor = 'control',
  children,
}: FieldProps) {
  const id = useId();
  const t = useDesignTexts();
  const labelId = `${id}-label`;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ') || undefined;
  const invalid = Boolean(error);
  const control = {
    id,
    'aria-required': required || undefined,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  };
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
      <div className={labelHidden ? 'visually-hidden' : classes.head}>
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
        {children({ id, labelId, describedBy, invalid, control })}
        {error && <FieldError id={errorId}>{error}</FieldError>}
      </div>
    </div>
  );
}
