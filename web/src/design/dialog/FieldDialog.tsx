import type { UseMutationResult } from '@tanstack/react-query';
import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { Button } from '../button/Button';
import { CancelButton } from '../button/CancelButton';
import { TextField } from '../control/TextField';
import { useForm } from '../form/useForm';
import { ProblemNotice } from '../notice/ProblemNotice';
import { FormActions } from '../page/Card';
import { Dialog } from './Dialog';
import classes from './FieldDialog.module.css';

interface FieldDialogProps
  extends Omit<ComponentProps<typeof TextField>, 'name' | 'value' | 'onValue' | 'error' | 'required'> {
  title: string;
  /** The field's name in the contract. The server's message for it is shown at the field. */
  name: string;
  /** The message while the field is empty. */
  missing: string;
  submit: string;
  /** Sends the trimmed value. */
  send: Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'isPending' | 'error'>;
  /** Shows a problem that is not about the field. */
  Refusal?: ComponentType<{ error: Error }>;
  onClose: () => void;
  /** Above the field. */
  children?: ReactNode;
}

/** A dialog with one field. */
export function FieldDialog({
  title,
  name,
  missing,
  submit,
  send,
  Refusal = ProblemNotice,
  onClose,
  children,
  ...field
}: FieldDialogProps) {
  const form = useForm<Record<string, string>>({
    initial: { [name]: '' },
    validate: ({ [name]: value = '' }) => ({ [name]: !value.trim() && missing }),
    request: send,
    onSubmit: ({ [name]: value = '' }) => send.mutate(value.trim()),
  });

  return (
    <Dialog title={title} onClose={onClose}>
      <form {...form.formProps} className={classes.form}>
        {form.problem && !form.problem.errorAt(name) && <Refusal error={form.problem} />}
        {children}
        <TextField autoComplete="off" {...field} {...form.field(name)} required data-autofocus="" />
        <FormActions>
          <Button type="submit" busy={form.busy}>
            {submit}
          </Button>
          <CancelButton onClick={onClose} />
        </FormActions>
      </form>
    </Dialog>
  );
}
