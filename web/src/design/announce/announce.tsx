import { useEffect, useState } from 'react';

type Announcement = { text: string; id: number };
let listener: ((announcement: Announcement) => void) | undefined;
let count = 0;

/** Announces a text to screen readers without moving the focus. */
export function announce(text: string): void {
  count += 1;
  listener?.({ text, id: count });
}

/** The live region in which texts are announced. Each page renders it once. */
export function Announcer() {
  const [announcement, setAnnouncement] = useState<Announcement>({ text: '', id: 0 });
  useEffect(() => {
    listener = setAnnouncement;
    return () => {
      listener = undefined;
    };
  }, []);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={announcement.id}>{announcement.text}</span>
    </div>
  );
}
