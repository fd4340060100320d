import type { ComponentProps, ReactNode } from 'react';
import { Button } from '../button/Button';
import { CancelButton } from '../button/CancelButton';
import type { Submission } from '../form/useSubmission';
import { FormActions } from '../page/Card';
import { Dialog } from './Dialog';
import classes from './FormDialog.module.css';

interface FormDialogProps extends Pick<ComponentProps<typeof Dialog>, 'title' | 'look'> {
  /** The state of the form, from `useForm`. */
  form: Pick<Submission, 'formProps' | 'busy'>;
  /** The label of the submit button. */
  submit: string;
  /** Whether the choices are still loading. The form cannot be submitted until then. */
  loading?: boolean;
  onClose: () => void;
  /** The form's fields and problems. */
  children: ReactNode;
}

/** A dialog with a form, its submit button and «Cancelar». */
export function FormDialog({
  title,
  look,
  form,
  submit,
  loading = false,
  onClose,
  children,
}: FormDialogProps) {
  return (
    <Dialog title={title} look={look} onClose={onClose}>
      <form {...form.formProps} className={classes.form}>
        {children}
        <FormActions>
          <Button type="submit" busy={form.busy} disabled={loading}>
            {submit}
          </Button>
          <CancelButton onClick={onClose} />
        </FormActions>
      </form>
    </Dialog>
  );
}
