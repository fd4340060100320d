import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from '../icon/Icon';
import classes from './Menu.module.css';

interface MenuProps {
  label: string;
  icon?: IconName;
  /** Whether the button is marked, because a choice in its panel is in effect. */
  active?: boolean;
  /** The edge of the button with which the panel is aligned. Without room to the right it is `end`. */
  align?: 'start' | 'end';
  children: ReactNode | ((close: () => void) => ReactNode);
}

/**
 * A button with a panel below it. Escape, a press outside the panel, or moving the focus out of it closes the panel.
 */
export function Menu({ label, icon, active = false, align = 'start', children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [hasRoom, setHasRoom] = useState(true);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[data-panel] :is(input, select, button, a)')?.focus();
    const onPress = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel if any element in it has the focus
    <div
      ref={root}
      className={classes.menu}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        className={classes.button}
        data-active={active || undefined}
        aria-expanded={open}
        aria-controls={id}
        onClick={(event) => {
          setHasRoom(hasRoomFor(event.currentTarget));
          setOpen(!open);
        }}
      >
        {icon && <Icon name={icon} />}
        <span className={classes.label}>{label}</span>
        <Icon name="chevronDown" />
      </button>
      {open && (
        <div id={id} data-panel className={classes.panel} data-align={hasRoom ? align : 'end'}>
          {typeof children === 'function' ? children(close) : children}
        </div>
      )}
    </div>
  );
}

/** The maximum width of a panel, as in Menu.module.css. */
const maxPanelRem = 20;

function hasRoomFor(button: HTMLElement): boolean {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return button.getBoundingClientRect().left + maxPanelRem * rem <= window.innerWidth;
}
