import { useEffect, useState } from 'react';
import { Icon } from '../icon/Icon';
import classes from './MenuButton.module.css';

/** Whether a header's menu is open; a navigation closes it. */
export function useMenu(path: string) {
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after a navigation
  useEffect(() => setOpen(false), [path]);
  return { open, toggle: () => setOpen(!open) };
}

interface MenuButtonProps {
  label: string;
  open: boolean;
  /** The id of the menu. */
  controls: string;
  onToggle: () => void;
}

/** Opens a header's menu on narrow screens. */
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
