import type { RefObject } from 'react';
import { Button } from '../design/button/Button';
import { useHistoryTexts } from './texts';

/** The button is shown if there are at least this many entries, because the last entry is then usually out of sight. */
const minEntries = 4;

interface JumpToLatestProps {
  list: RefObject<HTMLOListElement | null>;
  total: number;
}

/**
 * A button that scrolls to the last entry of a long conversation and focuses it, so that screen readers continue there.
 */
export function JumpToLatest({ list, total }: JumpToLatestProps) {
  const t = useHistoryTexts();
  if (total < minEntries) return null;
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
