import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { useState } from 'react';
import { IconButton } from '../button/Button';
import { useDesignTexts } from '../texts';
import { Field, type FieldLook } from './Field';
import classes from './Field.module.css';

type Value = { value: string; onValue?: (value: string) => void };

interface TextFieldProps
  extends FieldLook,
    Value,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'required' | 'children'> {
  ref?: Ref<HTMLInputElement>;
  'data-autofocus'?: string | undefined;
}

export function TextField({
  label,
  hint,
  error,
  required,
  optional,
  value,
  onValue,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} optional={optional}>
      {({ id, describedBy, invalid }) => (
        <input
          type="text"
          {...rest}
          id={id}
          className={classes.input}
          value={value}
          onChange={(event) => onValue?.(event.target.value)}
          aria-required={required || undefined}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
        />
      )}
    </Field>
  );
}

export function PasswordField({
  label,
  hint,
  error,
  required,
  optional,
  value,
  onValue,
  ...rest
}: TextFieldProps) {
  const t = useDesignTexts();
  const [visible, setVisible] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} required={required} optional={optional}>
      {({ id, describedBy, invalid }) => (
        <div className={classes.affixed}>
          <input
            {...rest}
            id={id}
            type={visible ? 'text' : 'password'}
            className={`${classes.input} ${classes.withButton}`}
            value={value}
            onChange={(event) => onValue?.(event.target.value)}
            aria-required={required || undefined}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
          />
          <IconButton
            icon={visible ? 'eyeOff' : 'eye'}
            label={visible ? t.password.hide : t.password.show}
            onClick={() => setVisible(!visible)}
          />
        </div>
      )}
    </Field>
  );
}

interface TextAreaFieldProps
  extends FieldLook,
    Value,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'required' | 'children'> {
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextAreaField({
  label,
  hint,
  error,
  required,
  optional,
  value,
  onValue,
  ...rest
}: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} optional={optional}>
      {({ id, describedBy, invalid }) => (
        <textarea
          rows={4}
          {...rest}
          id={id}
          className={classes.input}
          value={value}
          onChange={(event) => onValue?.(event.target.value)}
          aria-required={required || undefined}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
        />
      )}
    </Field>
  );
}
