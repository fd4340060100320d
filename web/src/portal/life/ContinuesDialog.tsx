import { ConfirmDialog } from '../../design/dialog/ConfirmDialog';
import { useLifeTexts } from './texts';

interface ContinuesDialogProps {
  onAnswer: (continues: boolean) => void;
  onClose: () => void;
}

/**
 * Asks whether the problem continues before a reply on a resolved ticket is sent, because only then is the ticket
 * reopened (D6).
 */
export function ContinuesDialog({ onAnswer, onClose }: ContinuesDialogProps) {
  const t = useLifeTexts().continues;
  return (
    <ConfirmDialog
      title={t.title}
      confirm={t.yes}
      icon="undo"
      alternative={{ label: t.no, onClick: () => onAnswer(false) }}
      onConfirm={() => onAnswer(true)}
      onClose={onClose}
    >
      <p>{t.text}</p>
    </ConfirmDialog>
  );
}
