import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { useState } from 'react';
import { IconButton } from '../button/Button';
import { useDesignTexts } from '../texts';
import { Field, type FieldLook, splitLook } from './Field';
import classes from './Field.module.css';

type Value = { value: string; onValue?: (value: string) => void };

interface TextFieldProps
  extends FieldLook,
    Value,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'required' | 'children'> {
  ref?: Ref<HTMLInputElement>;
  'data-autofocus'?: string | undefined;
}

export function TextField(props: TextFieldProps) {
  const [look, { onValue, ...rest }] = splitLook(props);
  return (
    <Field {...look}>
      {({ control }) => (
        <input
          type="text"
          {...rest}
          {...control}
          className={classes.input}
          onChange={(event) => onValue?.(event.target.value)}
        />
      )}
    </Field>
  );
}

export function PasswordField(props: TextFieldProps) {
  const t = useDesignTexts();
  const [visible, setVisible] = useState(false);
  const [look, { onValue, ...rest }] = splitLook(props);
  return (
    <Field {...look}>
      {({ control }) => (
        <div className={classes.affixed}>
          <input
            {...rest}
            {...control}
            type={visible ? 'text' : 'password'}
            className={`${classes.input} ${classes.withButton}`}
            onChange={(event) => onValue?.(event.target.value)}
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

export function TextAreaField(props: TextAreaFieldProps) {
  const [look, { onValue, ...rest }] = splitLook(props);
  return (
    <Field {...look}>
      {({ control }) => (
        <textarea
          rows={4}
          {...rest}
          {...control}
          className={classes.input}
          onChange={(event) => onValue?.(event.target.value)}
        />
      )}
    </Field>
  );
}
