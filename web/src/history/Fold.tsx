import { type ReactNode, useState } from 'react';
import { Icon } from '../design/icon/Icon';
import { foldedFrom } from './groups';
import classes from './History.module.css';
import { useHistoryTexts } from './texts';

interface FoldProps {
  count: number;
  /** Whether the changes are always shown, because one of them is new. */
  unfolded: boolean;
  children: ReactNode;
}

/** Shows consecutive changes. If there are many, a button shows and hides them. */
export function Fold({ count, unfolded, children }: FoldProps) {
  const t = useHistoryTexts();
  const [open, setOpen] = useState(false);
  if (count < foldedFrom || unfolded) return children;
  return (
    <div className={classes.fold}>
      <button type="button" className={classes.unfold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevronUp' : 'chevronDown'} />
        {open ? t.hide : t.changes({ count })}
      </button>
      {open && children}
    </div>
  );
}
