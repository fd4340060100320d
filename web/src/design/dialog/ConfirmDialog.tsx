import type { ComponentProps, ReactNode } from 'react';
import { Button } from '../button/Button';
import { CancelButton } from '../button/CancelButton';
import { ProblemNotice } from '../notice/ProblemNotice';
import { FormActions } from '../page/Card';
import { Dialog } from './Dialog';
import classes from './FormDialog.module.css';

interface ConfirmDialogProps {
  title: string;
  /** The label of the button that confirms. */
  confirm: string;
  kind?: 'primary' | 'danger';
  icon?: ComponentProps<typeof Button>['icon'];
  /** The button that is focused first. `confirm` is for acts that can be undone. */
  focus?: 'confirm' | 'cancel';
  /** A second answer, in place of «Cancelar». The dialog can still be closed. */
  alternative?: { label: string; onClick: () => void };
  busy?: boolean;
  error?: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  /** The consequences of the act. */
  children: ReactNode;
}

/** A dialog that asks for the confirmation of an act. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    confirm,
    kind,
    icon,
    focus = 'cancel',
    alternative,
    busy,
    error,
    onConfirm,
    onClose,
    children,
  } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={classes.form}>
        {error && <ProblemNotice error={error} />}
        {children}
        <FormActions>
          <Button
            kind={kind}
            icon={icon}
            busy={busy}
            onClick={onConfirm}
            data-autofocus={focus === 'confirm' || undefined}
          >
            {confirm}
          </Button>
          {alternative ? (
            <Button kind="secondary" onClick={alternative.onClick}>
              {alternative.label}
            </Button>
          ) : (
            <CancelButton onClick={onClose} data-autofocus={focus === 'cancel' || undefined} />
          )}
        </FormActions>
      </div>
    </Dialog>
  );
}
