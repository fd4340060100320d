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

/** Asks who the ticket will wait for before «Enviar y dejar En espera» sends the response (F2). */
export function WaitDialog({ ticket, onSend, onClose }: WaitDialogProps) {
  const t = useLifeTexts().wait;
  const [wait, setWait] = useState(() => waitOf(ticket));
  // Forms cannot be nested, and the composer is one: the portal moves this form out, and stopPropagation keeps its submit event here.
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
