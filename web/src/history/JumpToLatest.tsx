import type { RefObject } from 'react';
import { Button } from '../design/button/Button';
import { useHistoryTexts } from './texts';

/** From so many entries on, the last one is out of sight. */
const many = 4;

interface JumpToLatestProps {
  list: RefObject<HTMLOListElement | null>;
  total: number;
}

/** To the end of a long conversation, with the focus: a screen reader goes on there. */
export function JumpToLatest({ list, total }: JumpToLatestProps) {
  const t = useHistoryTexts();
  if (total < many) return null;
  function jump() {
    const last = list.current?.lastElementChild;
    if (!(last instanceof HTMLElement)) return;
    last.tabIndex = -1;
    last.focus({ preventScroll: true });
    last.scrollIntoView({ block: 'start' });
  }
  return (
    <Button small kind="quiet" icon="chevronDown" onClick={jump}>
      {t.latest}
    </Button>
  );
}
