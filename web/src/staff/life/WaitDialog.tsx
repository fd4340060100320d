import { type FormEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Schemas } from '../../api/client';
import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { Dialog } from '../../design/dialog/Dialog';
import { FormActions } from '../../design/page/Card';
import classes from './Life.module.css';
import { useLifeTexts } from './texts';
import { type Wait, WaitFields, waitOf } from './WaitFields';

interface WaitDialogProps {
  ticket: Schemas['Ticket'];
  onSend: (wait: Wait) => void;
  onClose: () => void;
}

/** The dialog of «Enviar y dejar En espera». It asks who the ticket will wait for before the response is sent (F2). */
export function WaitDialog({ ticket, onSend, onClose }: WaitDialogProps) {
  const t = useLifeTexts().wait;
  const [wait, setWait] = useState(() => waitOf(ticket));
  // The composer is a form, and forms cannot be nested. createPortal renders this form outside of the composer, and
  // stopPropagation prevents the submit event of this form from reaching the composer.
  return createPortal(
    <Dialog title={t.sendTitle} onClose={onClose}>
      <form
        noValidate
        className={classes.fields}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          event.stopPropagation();
          onSend(wait);
        }}
      >
        <WaitFields wait={wait} onWait={setWait} />
        <FormActions>
          <Button type="submit">{t.send}</Button>
          <CancelButton onClick={onClose} />
        </FormActions>
      </form>
    </Dialog>,
    document.body,
  );
}
