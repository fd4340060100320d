import { type FormEvent, type ReactNode, useEffect } from 'react';
import { Button } from '../../design/button/Button';
import { Dialog } from '../../design/dialog/Dialog';
import { FormActions } from '../../design/page/Card';
import { useTexts } from '../texts';
import type { Ticket } from '../ticket/ticketQuery';
import classes from './ActDialog.module.css';
import { Outcome } from './Outcome';
import { type Change, useTicketChange } from './useTicketChange';

interface ActDialogProps {
  ticket: Ticket;
  title: string;
  submit: string;
  /** What the form says now; undefined while it says nothing new. */
  change: Change | undefined;
  onDone: (after: Ticket) => void;
  onClose: () => void;
  children: ReactNode;
}

export function ActDialog({ ticket, title, submit, change, onDone, onClose, children }: ActDialogProps) {
  const t = useTexts().acts;
  const { begin, ...act } = useTicketChange(ticket, onDone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog stands on the version that it was opened on
  useEffect(begin, []);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (act.isPending) return;
    if (change) act.mutate(change);
    else onClose();
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate className={classes.form} onSubmit={onSubmit}>
        <Outcome error={act.error} />
        {children}
        <FormActions>
          <Button type="submit" busy={act.isPending}>
            {submit}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
