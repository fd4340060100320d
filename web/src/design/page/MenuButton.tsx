import { useEffect, useState } from 'react';
import { Icon } from '../icon/Icon';
import classes from './MenuButton.module.css';

/** Returns whether the menu of a header is open, and a function that toggles it. A navigation closes the menu. */
export function useMenu(path: string) {
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after a navigation
  useEffect(() => setOpen(false), [path]);
  return { open, toggle: () => setOpen(!open) };
}

interface MenuButtonProps {
  label: string;
  open: boolean;
  /** The id of the menu that the button opens. */
  controls: string;
  onToggle: () => void;
}

/** The button that opens the menu of a header on narrow screens. */
export function MenuButton({ label, open, controls, onToggle }: MenuButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
    >
      <Icon name={open ? 'close' : 'menu'} />
      {label}
    </button>
  );
}
