import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTexts } from '../texts';
import { chooseListWidth, narrowest, useListWidth, usual, widest } from './listWidth';
import classes from './Workspace.module.css';

const step = 2;

/** Between list and ticket: dragged, or moved by the arrow keys; Enter or a double click brings the usual width back. */
export function Splitter({ controls }: { controls: string }) {
  const t = useTexts().workspace;
  const width = useListWidth();
  const dragged = useRef(false);

  function onKeyDown(event: KeyboardEvent) {
    const to = {
      ArrowLeft: width - step,
      ArrowRight: width + step,
      Home: narrowest,
      End: widest,
      Enter: usual,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    chooseListWidth(to);
  }

  function onPointerMove(event: PointerEvent) {
    const list = document.getElementById(controls);
    if (!list || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    dragged.current = true;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    chooseListWidth((event.clientX - list.getBoundingClientRect().left) / rem, false);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: hr takes no keys
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t.listWidth}
      aria-controls={controls}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      className={classes.splitter}
      data-screen-only
      onKeyDown={onKeyDown}
      onDoubleClick={() => chooseListWidth(usual)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        if (dragged.current) chooseListWidth(width);
        dragged.current = false;
      }}
    />
  );
}
