import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTexts } from '../texts';
import { defaultWidth, maxWidth, minWidth, setListWidth, useListWidth } from './listWidth';
import classes from './Workspace.module.css';

const step = 2;

/**
 * A separator that resizes the list beside a ticket, by dragging or with the arrow keys. Enter or a double click
 * restores the default width.
 */
export function Splitter({ controls }: { controls: string }) {
  const t = useTexts().workspace;
  const width = useListWidth();
  const dragged = useRef(false);

  function onKeyDown(event: KeyboardEvent) {
    const newWidth = {
      ArrowLeft: width - step,
      ArrowRight: width + step,
      Home: minWidth,
      End: maxWidth,
      Enter: defaultWidth,
    }[event.key];
    if (newWidth === undefined) return;
    event.preventDefault();
    setListWidth(newWidth);
  }

  function onPointerMove(event: PointerEvent) {
    const list = document.getElementById(controls);
    if (!list || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    dragged.current = true;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    setListWidth((event.clientX - list.getBoundingClientRect().left) / rem, false);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr is not focusable
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t.listWidth}
      aria-controls={controls}
      aria-valuemin={minWidth}
      aria-valuemax={maxWidth}
      aria-valuenow={width}
      className={classes.splitter}
      data-screen-only
      onKeyDown={onKeyDown}
      onDoubleClick={() => setListWidth(defaultWidth)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        if (dragged.current) setListWidth(width);
        dragged.current = false;
      }}
    />
  );
}
