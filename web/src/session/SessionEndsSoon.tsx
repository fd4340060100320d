import { Button } from '../design/button/Button';
import { Dialog } from '../design/dialog/Dialog';
import { useDesignTexts } from '../design/texts';
import classes from './SessionEnded.module.css';

/** The warning before a session ends without activity (A6). */
export function SessionEndsSoon({ onStay }: { onStay: () => void }) {
  const t = useDesignTexts().session;
  return (
    <Dialog title={t.endsSoon} onClose={onStay}>
      <p className={classes.text}>{t.endsSoonText}</p>
      <Button onClick={onStay} data-autofocus>
        {t.stay}
      </Button>
    </Dialog>
  );
}
