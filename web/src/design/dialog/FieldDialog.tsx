import type { UseMutationResult } from '@tanstack/react-query';
import {
  type ComponentProps,
  type ComponentType,
  type FormEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { asProblem } from '../../api/problem';
import { Button } from '../button/Button';
import { focusFirstInvalid } from '../control/focusFirstInvalid';
import { TextField } from '../control/TextField';
import { ProblemNotice } from '../notice/ProblemNotice';
import { FormActions } from '../page/Card';
import { Dialog } from './Dialog';
import classes from './FieldDialog.module.css';

interface FieldDialogProps
  extends Omit<ComponentProps<typeof TextField>, 'name' | 'value' | 'onValue' | 'error' | 'required'> {
  title: string;
  /** The field as the contract calls it: what is wrong with it is said beside it. */
  name: string;
  /** What to say when nothing was typed. */
  missing: string;
  submit: string;
  cancel: string;
  /** Sends what was typed, without blanks around it. */
  send: Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'isPending' | 'error'>;
  /** Shows a refusal that is not about the field. */
  Refusal?: ComponentType<{ error: Error }>;
  onClose: () => void;
  /** Above the field. */
  children?: ReactNode;
}

/** A dialog that asks for one thing and sends it. */
export function FieldDialog({
  title,
  name,
  missing,
  submit,
  cancel,
  send,
  Refusal = ProblemNotice,
  onClose,
  children,
  ...field
}: FieldDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = send.error ? asProblem(send.error).fieldErrors[name] : undefined;
  const value = typed.trim();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (send.isPending) return;
    if (value) send.mutate(value, { onError: () => focusFirstInvalid(form.current) });
    else focusFirstInvalid(form.current);
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} noValidate className={classes.form} onSubmit={onSubmit}>
        {send.error && !wrong && <Refusal error={send.error} />}
        {children}
        <TextField
          autoComplete="off"
          {...field}
          value={typed}
          onValue={setTyped}
          error={tried && !value ? missing : wrong}
          required
          data-autofocus=""
        />
        <FormActions>
          <Button type="submit" busy={send.isPending}>
            {submit}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {cancel}
          </Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
