import type { UseMutationResult } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { TextField } from '../control/TextField';
import { useForm } from '../form/useForm';
import { ProblemNotice } from '../notice/ProblemNotice';
import { FormDialog } from './FormDialog';

interface FieldDialogProps
  extends Omit<ComponentProps<typeof TextField>, 'name' | 'value' | 'onValue' | 'error' | 'required'> {
  title: string;
  /** The name of the field in the contract. The server's error for this name is shown at the field. */
  name: string;
  /** The error message if the field is empty. */
  missing: string;
  submit: string;
  /** The mutation that sends the trimmed value. */
  send: Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'isPending' | 'error'>;
  onClose: () => void;
}

/** A dialog with one required text field. */
export function FieldDialog({ title, name, missing, submit, send, onClose, ...field }: FieldDialogProps) {
  const form = useForm<Record<string, string>>({
    initial: { [name]: '' },
    validate: ({ [name]: value = '' }) => ({ [name]: !value.trim() && missing }),
    request: send,
    onSubmit: ({ [name]: value = '' }) => send.mutate(value.trim()),
  });

  return (
    <FormDialog title={title} form={form} submit={submit} onClose={onClose}>
      {form.problem && !form.problem.errorAt(name) && <ProblemNotice error={form.problem} />}
      <TextField autoComplete="off" {...field} {...form.field(name)} required data-autofocus="" />
    </FormDialog>
  );
}
