import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../announce/announce';

// The first page of a visit leaves focus where the browser puts it; the following ones move it to their heading.
let visited: string | undefined;

/**
 * What arriving at a page does: its document title, focus on its heading, and its name read aloud. Of several that are shown at
 * once, such as a list and the ticket beside it, only the one that is `current` takes part, once it has a title.
 */
export function useArrival(
  title: string | undefined,
  deskName: string,
  current = true,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const here = useRef(false);

  useEffect(() => {
    if (current && title) document.title = `${title} · ${deskName}`;
  }, [current, title, deskName]);

  useEffect(() => {
    if (!current || !title) return;
    const place = location.pathname + location.hash;
    if (visited !== undefined && (visited !== place || !here.current)) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      announce(title);
    }
    visited = place;
    here.current = true;
  }, [current, title]);

  return heading;
}
