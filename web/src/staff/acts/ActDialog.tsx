import { type ReactNode, useEffect } from 'react';
import type { Ticket } from '../../api/queries';
import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { Dialog } from '../../design/dialog/Dialog';
import type { Invalid } from '../../design/form/submission';
import { useSubmission } from '../../design/form/useSubmission';
import { FormActions } from '../../design/page/Card';
import classes from './ActDialog.module.css';
import { ActProblem } from './ActProblem';
import { type Change, useTicketChange } from './useTicketChange';

interface ActDialogProps {
  ticket: Ticket;
  title: string;
  submit: string;
  /**
   * The change that the form's values make. Undefined if they equal the ticket's values: submitting then only closes
   * the dialog.
   */
  change: Change | undefined;
  /** The errors of the form's values. */
  invalid?: Invalid;
  /** Whether the choices are still loading. The form cannot be submitted until then. */
  loading?: boolean;
  onDone: (updated: Ticket) => void;
  onClose: () => void;
  /** The form's fields. */
  children: ReactNode | ((errorOf: (field: string) => string | undefined) => ReactNode);
}

export function ActDialog(props: ActDialogProps) {
  const { ticket, title, submit, change, invalid, loading = false, onDone, onClose, children } = props;
  const { pinVersion, ...act } = useTicketChange(ticket, onDone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change is based on the version with which the dialog opened
  useEffect(pinVersion, []);
  const { formProps, errorOf, busy } = useSubmission({
    invalid,
    request: { isPending: act.isPending || loading, error: act.error },
    onSubmit: () => (change ? act.mutate(change) : onClose()),
  });

  return (
    <Dialog title={title} onClose={onClose}>
      <form {...formProps} className={classes.form}>
        <ActProblem error={act.error} />
        {typeof children === 'function' ? children(errorOf) : children}
        <FormActions>
          <Button type="submit" busy={busy && !loading} disabled={loading}>
            {submit}
          </Button>
          <CancelButton onClick={onClose} />
        </FormActions>
      </form>
    </Dialog>
  );
}
