import { ConfirmDialog } from '../../design/dialog/ConfirmDialog';
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
    <ConfirmDialog title={t.title} confirm={t.confirm} icon="check" onConfirm={onConfirm} onClose={onClose}>
      <p>{withReply ? t.withReply : t.text}</p>
    </ConfirmDialog>
  );
}
