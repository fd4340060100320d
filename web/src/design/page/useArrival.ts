import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../announce/announce';

// On the first page of a visit the browser places the focus; each later page focuses its heading.
let visited: string | undefined;

/**
 * Sets the document title, focuses the heading and announces the page after a navigation. Of several pages shown at once, such as
 * a list and a ticket, only the `current` one does, once it has a title.
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
