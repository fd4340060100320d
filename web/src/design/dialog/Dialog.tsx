import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../button/Button';
import { useDesignTexts } from '../texts';
import classes from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** Undefined if only a button in `children` closes the dialog. */
  onClose?: () => void;
  /** `wide` is for long texts. `window` is for images and is as large as the screen. */
  look?: 'normal' | 'wide' | 'window';
  children: ReactNode;
}

/**
 * Focuses the element with `data-autofocus`, which may be rendered later, unless the person moves the focus before
 * that. Returns a function that stops waiting for the element.
 */
function focusFirst(dialog: HTMLDialogElement): () => void {
  const initial = document.activeElement;
  const observer = new MutationObserver(tryFocus);
  observer.observe(dialog, { childList: true, subtree: true });
  tryFocus();
  return () => observer.disconnect();

  function tryFocus() {
    const unmoved = [initial, dialog, document.body].includes(document.activeElement);
    const target = dialog.querySelector<HTMLElement>('[data-autofocus]');
    if (!target || !unmoved) return;
    target.focus();
    observer.disconnect();
  }
}

/** Submits the form that has the focus, at Ctrl+Enter or ⌘Enter (K2). Nothing happens while its button is disabled or busy. */
function submitFocused(event: KeyboardEvent<HTMLDialogElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  const form = (event.target as Element).closest('form');
  if (!form || !event.currentTarget.contains(form)) return;
  // Prevents the default action of the focused element, such as «Cancelar».
  event.preventDefault();
  event.stopPropagation();
  form.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
}

/**
 * A modal dialog, which is open while it is rendered. The native dialog keeps the focus inside and restores it when it
 * closes. The element with `data-autofocus` is focused first. Ctrl+Enter submits the form in it.
 */
export function Dialog({ title, onClose, look = 'normal', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useDesignTexts();
  // The dialog is closed while it is still in the document, because only then does the browser restore the focus.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    const stop = focusFirst(dialog);
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
      onKeyDownCapture={submitFocused}
      onKeyDown={(event) => {
        // Chrome closes a dialog at the second Escape, even if the page prevents `cancel`.
        if (event.key === 'Escape' && !onClose) event.preventDefault();
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
