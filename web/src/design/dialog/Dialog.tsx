import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../button/Button';
import { useDesignTexts } from '../texts';
import classes from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** Left out where the dialog has to be answered by one of its own buttons. */
  onClose?: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** Open as long as it is rendered. The browser's own dialog keeps focus inside and gives it back afterwards; `data-autofocus` says where it starts. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useDesignTexts();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? classes.wide : classes.dialog}
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
