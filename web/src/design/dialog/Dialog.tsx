import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../button/Button';
import { useDesignTexts } from '../texts';
import classes from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** Left out where the dialog has to be answered by one of its own buttons. */
  onClose?: () => void;
  /** `wide` for what is read in it, `window` for what is looked at: as large as the screen allows. */
  look?: 'usual' | 'wide' | 'window';
  children: ReactNode;
}

/** Focus goes to where the dialog starts, which may come a moment later, but is not taken from where the person has gone meanwhile. */
function start(dialog: HTMLDialogElement): () => void {
  const usual = document.activeElement;
  const observer = new MutationObserver(begin);
  observer.observe(dialog, { childList: true, subtree: true });
  begin();
  return () => observer.disconnect();

  function begin() {
    const free = [usual, dialog, document.body].includes(document.activeElement);
    const first = dialog.querySelector<HTMLElement>('[data-autofocus]');
    if (!first || !free) return;
    first.focus();
    observer.disconnect();
  }
}

/** Open as long as it is rendered. The browser's own dialog keeps focus inside and gives it back afterwards; `data-autofocus` says where it starts. */
export function Dialog({ title, onClose, look = 'usual', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useDesignTexts();
  // Closed while it is still in the page: only then does the browser give focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    const stop = start(dialog);
    return () => {
      stop();
      dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={classes[look]}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className={classes.head}>
        <h2 id={titleId}>{title}</h2>
        {onClose && <IconButton icon="close" label={t.dialog.close} onClick={onClose} />}
      </div>
      {children}
    </dialog>
  );
}
