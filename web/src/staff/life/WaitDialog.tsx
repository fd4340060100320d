import { createPortal } from 'react-dom';
import type { Schemas } from '../../api/client';
import { FormDialog } from '../../design/dialog/FormDialog';
import { useForm } from '../../design/form/useForm';
import { useLifeTexts } from './texts';
import { type Wait, WaitFields, waitOf } from './WaitFields';

interface WaitDialogProps {
  ticket: Schemas['Ticket'];
  onSend: (wait: Wait) => void;
  onClose: () => void;
}

/**
 * The dialog of «Enviar y dejar En espera», to choose who the ticket waits for before the response is sent
 * (F2).
 */
export function WaitDialog({ ticket, onSend, onClose }: WaitDialogProps) {
  const t = useLifeTexts().wait;
  const form = useForm<Wait>({ initial: () => waitOf(ticket), onSubmit: onSend });
  // The composer is a form, and forms cannot be nested. createPortal renders this form outside of the composer.
  return createPortal(
    <FormDialog title={t.sendTitle} form={form} submit={t.send} onClose={onClose}>
      <WaitFields form={form} />
    </FormDialog>,
    document.body,
  );
}
