import { useEffect, useState } from 'react';

type Announcement = { text: string; id: number };
let listener: ((announcement: Announcement) => void) | undefined;
let count = 0;

/** Says something to screen readers without moving focus. */
export function announce(text: string): void {
  count += 1;
  listener?.({ text, id: count });
}

/** The one live region of the page; each entry renders it once. */
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
