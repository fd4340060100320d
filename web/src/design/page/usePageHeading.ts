import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../announce/announce';

// The URL of the last page of this visit. On the first page the browser sets the focus. On each later page the heading is focused.
let lastUrl: string | undefined;

/**
 * Sets the document title. After a navigation it focuses the heading and announces the page. If several pages are shown
 * at once, such as a list and a ticket, only the `current` one does this, once its title is known.
 */
export function usePageHeading(
  title: string | undefined,
  deskName: string,
  current = true,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(false);

  useEffect(() => {
    if (current && title) document.title = `${title} · ${deskName}`;
  }, [current, title, deskName]);

  useEffect(() => {
    if (!current || !title) return;
    const url = location.pathname + location.hash;
    if (lastUrl !== undefined && (lastUrl !== url || !arrived.current)) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      announce(title);
    }
    lastUrl = url;
    arrived.current = true;
  }, [current, title]);

  return heading;
}
