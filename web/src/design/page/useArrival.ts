import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../announce/announce';

// The first page of a visit leaves focus where the browser puts it; the following ones move it to their heading.
let navigated = false;

/** What arriving at a page does: its document title, focus on its heading, and its name read aloud. */
export function useArrival(title: string, deskName: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${deskName}`;
  }, [title, deskName]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival, not when the title changes
  useEffect(() => {
    if (navigated) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      announce(title);
    }
    navigated = true;
  }, []);

  return heading;
}
