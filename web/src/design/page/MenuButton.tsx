import { useEffect, useState } from 'react';
import { Icon } from '../icon/Icon';
import classes from './MenuButton.module.css';

/** Whether a header's menu is open; arriving somewhere closes it. */
export function useMenu(path: string) {
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the menu
  useEffect(() => setOpen(false), [path]);
  return { open, toggle: () => setOpen(!open) };
}

interface MenuButtonProps {
  label: string;
  open: boolean;
  /** The element that it shows. */
  controls: string;
  onToggle: () => void;
}

/** Opens a header's menu, where there is no room to show it always. */
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
