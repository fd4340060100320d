import { type RefObject, useEffect, useRef } from 'react';
import { useDesk } from '../../app/useDesk';
import { announce } from '../../design/announce/announce';

// The first page of a visit leaves focus where the browser puts it; the following ones move it.
let arrived: string | undefined;

/**
 * Makes a pane's heading the page's: the document's title, and where focus goes when one arrives at it. Two panes can be
 * shown at once, so only the one that is `current` takes part.
 */
export function useArrival(
  title: string | undefined,
  current: boolean,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { deskName } = useDesk();
  useEffect(() => {
    if (!current || !title) return;
    document.title = `${title} · ${deskName}`;
  }, [current, title, deskName]);
  useEffect(() => {
    if (!current || !title) return;
    if (arrived !== undefined && arrived !== location.hash) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      announce(title);
    }
    arrived = location.hash;
  }, [current, title]);
  return heading;
}
