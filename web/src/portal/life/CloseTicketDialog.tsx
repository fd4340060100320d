import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { Dialog } from '../../design/dialog/Dialog';
import { FormActions } from '../../design/page/Card';
import classes from './Life.module.css';
import { useLifeTexts } from './texts';

interface CloseTicketDialogProps {
  /** Whether a typed reply will be sent too. */
  withReply: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for confirmation of «Mi problema está resuelto», because a closed ticket cannot be reopened (F3). */
export function CloseTicketDialog({ withReply, onConfirm, onClose }: CloseTicketDialogProps) {
  const t = useLifeTexts().close;
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className={classes.fields}>
        <p>{withReply ? t.withReply : t.text}</p>
        <FormActions>
          <Button icon="check" onClick={onConfirm}>
            {t.confirm}
          </Button>
          <CancelButton onClick={onClose} />
        </FormActions>
      </div>
    </Dialog>
  );
}
