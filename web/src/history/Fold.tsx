import { type ReactNode, useState } from 'react';
import { Icon } from '../design/icon/Icon';
import { foldedFrom } from './groups';
import classes from './History.module.css';
import { useHistoryTexts } from './texts';

interface FoldProps {
  count: number;
  /** One of them is new: it is not hidden. */
  unfolded: boolean;
  children: ReactNode;
}

/** Changes in a row; many of them under one line that opens. */
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
