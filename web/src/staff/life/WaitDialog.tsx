import { type FormEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Schemas } from '../../api/client';
import { Button } from '../../design/button/Button';
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

/** «Enviar y dejar En espera» asks for whom before it sends. */
export function WaitDialog({ ticket, onSend, onClose }: WaitDialogProps) {
  const t = useLifeTexts().wait;
  const [wait, setWait] = useState(() => waitOf(ticket));
  // The composer is a form, and no form is within another: this one stands outside, and its submission stays in it.
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
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </form>
    </Dialog>,
    document.body,
  );
}
