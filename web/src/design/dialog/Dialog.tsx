import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../button/Button';
import { useDesignTexts } from '../texts';
import classes from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** Undefined for a dialog that only its own buttons close. */
  onClose?: () => void;
  /** `wide` for long texts, `window` for images: as large as the screen. */
  look?: 'usual' | 'wide' | 'window';
  children: ReactNode;
}

/** Focuses the `data-autofocus` element, which may render later, unless the person has moved the focus meanwhile. */
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

/** A modal dialog, open while it is rendered. The native dialog keeps the focus inside and returns it on closing; `data-autofocus` marks the first focus. */
export function Dialog({ title, onClose, look = 'usual', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useDesignTexts();
  // Closed while still in the document: only then does the browser return the focus.
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
