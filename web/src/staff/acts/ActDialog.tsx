import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { asProblem, type FieldErrors } from '../../api/problem';
import type { Ticket } from '../../api/queries';
import { Button } from '../../design/button/Button';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { Dialog } from '../../design/dialog/Dialog';
import { FormActions } from '../../design/page/Card';
import { useTexts } from '../texts';
import classes from './ActDialog.module.css';
import { Outcome } from './Outcome';
import { type Change, useTicketChange } from './useTicketChange';

interface ActDialogProps {
  ticket: Ticket;
  title: string;
  submit: string;
  /** What the form says now; undefined while it says nothing new. */
  change: Change | undefined;
  /** The form lacks something that the change needs. */
  incomplete?: boolean;
  /** What is to be chosen from has not come: nothing can be sent yet. */
  lacking?: boolean;
  onDone: (after: Ticket) => void;
  onClose: () => void;
  /** The form's fields, by what is wrong with them; `tried` once the person has sent it. */
  children: ReactNode | ((tried: boolean, errors: FieldErrors, nested: FieldErrors) => ReactNode);
}

export function ActDialog(props: ActDialogProps) {
  const {
    ticket,
    title,
    submit,
    change,
    incomplete = false,
    lacking = false,
    onDone,
    onClose,
    children,
  } = props;
  const t = useTexts().acts;
  const { begin, ...act } = useTicketChange(ticket, onDone);
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog stands on the version that it was opened on
  useEffect(begin, []);

  const problem = act.error ? asProblem(act.error) : undefined;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (act.isPending || lacking) return;
    setTried(true);
    if (!change) onClose();
    else if (incomplete) focusFirstInvalid(form.current);
    else act.mutate(change);
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} noValidate className={classes.form} onSubmit={onSubmit}>
        <Outcome error={act.error} />
        {typeof children === 'function'
          ? children(tried, problem?.fieldErrors ?? {}, problem?.nestedErrors ?? {})
          : children}
        <FormActions>
          <Button type="submit" busy={act.isPending} disabled={lacking}>
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
