import { type ComponentProps, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import classes from './Editor.module.css';

interface Tool extends Omit<ComponentProps<'button'>, 'key' | 'children' | 'content'> {
  key: string;
  content: ReactNode;
}

/** A row of buttons: one tab stop, with arrow keys between the buttons (ARIA toolbar pattern). */
export function ToolRow({ label, tools }: { label: string; tools: readonly Tool[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);

  function onKeyDown(event: KeyboardEvent) {
    const last = tools.length - 1;
    const targets: Record<string, number> = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div className={classes.toolbar} role="toolbar" aria-label={label} ref={bar} onKeyDown={onKeyDown}>
      {tools.map(({ key, content, ...attributes }, index) => (
        <button
          key={key}
          type="button"
          className={classes.tool}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          {...attributes}
        >
          {content}
        </button>
      ))}
    </div>
  );
}
