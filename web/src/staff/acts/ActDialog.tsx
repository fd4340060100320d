import type { ReactNode } from 'react';
import type { Ticket } from '../../api/queries';
import { FormDialog } from '../../design/dialog/FormDialog';
import type { Invalid } from '../../design/form/submission';
import { type Form, useForm } from '../../design/form/useForm';
import { ActProblem } from './ActProblem';
import { type Change, useTicketChange } from './useTicketChange';

interface ActDialogProps<Values> {
  ticket: Ticket;
  title: string;
  submit: string;
  /** The initial values. They have the names of the contract, so that the server's errors are shown at their fields. */
  initial: Values;
  validate?: (values: Values) => Invalid;
  /**
   * Returns the change that the values make. Undefined if they equal the ticket's values: submitting then only closes the
   * dialog.
   */
  changeOf: (values: Values) => Change | undefined;
  /** Whether the choices are still loading. The form cannot be submitted until then. */
  loading?: boolean;
  onDone: (updated: Ticket) => void;
  onClose: () => void;
  /** The form's fields. */
  children: (form: Form<Values>) => ReactNode;
}

/** A dialog with a form that changes a ticket. */
export function ActDialog<Values extends object>(props: ActDialogProps<Values>) {
  const { ticket, title, submit, initial, validate, changeOf, loading } = props;
  const { onDone, onClose, children } = props;
  const act = useTicketChange(ticket, onDone, true);
  const form = useForm<Values>({
    initial,
    validate,
    request: act,
    onSubmit: (values) => {
      const change = changeOf(values);
      if (change) act.mutate(change);
      else onClose();
    },
  });

  return (
    <FormDialog title={title} form={form} submit={submit} loading={loading} onClose={onClose}>
      <ActProblem error={act.error} />
      {children(form)}
    </FormDialog>
  );
}
