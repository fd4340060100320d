import { Button } from '../../design/button/Button';
import { Dialog } from '../../design/dialog/Dialog';
import { FormActions } from '../../design/page/Card';
import { useLifeTexts } from './texts';

interface ContinuesDialogProps {
  onAnswer: (continues: boolean) => void;
  onClose: () => void;
}

/** Asks whether the problem continues before a reply on a resolved ticket is sent, because only then the ticket is reopened (D6). */
export default function ContinuesDialog({ onAnswer, onClose }: ContinuesDialogProps) {
  const t = useLifeTexts().continues;
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.text}</p>
      <FormActions>
        <Button icon="undo" onClick={() => onAnswer(true)}>
          {t.yes}
        </Button>
        <Button kind="secondary" onClick={() => onAnswer(false)}>
          {t.no}
        </Button>
      </FormActions>
    </Dialog>
  );
}
