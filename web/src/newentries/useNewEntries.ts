import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../design/announce/announce';
import { useDesignTexts } from '../design/texts';
import { addedByOthers, type Entry, type Versioned } from './addedByOthers';
import { newEntriesText } from './newEntriesText';

export interface NewEntries {
  /** The entries to show. While the person types, new ones are left out, as they would move the form. */
  shown: readonly Entry[];
  /** The entries by others that the person has not looked at. */
  fresh: readonly Entry[];
  /** Whether another person added the entry after the ticket was opened. */
  isNew: (entry: Entry) => boolean;
  /** The ticket's latest version that the person has seen. */
  seen: number;
  see: () => void;
  /** Call with the version on which a restored draft was begun: later entries count as new. */
  since: (version: number) => void;
  typing: boolean;
  hold: (typing: boolean) => void;
}

/** Announces the entries that others add while the ticket is open, without moving the text that is read or typed (D8). */
export function useNewEntries(ticket: Versioned, personId: string): NewEntries {
  const t = useDesignTexts().newEntries;
  const { version, entries } = ticket;
  const [opened, setOpened] = useState(version);
  const [seen, setSeen] = useState(version);
  const [held, setHeld] = useState<number>();
  const latest = useRef(version);
  latest.current = version;

  const fresh = addedByOthers(ticket, seen, personId);
  const newest = fresh.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest entry's identifier stands for all of `fresh`
  useEffect(() => {
    if (newest) announce(newEntriesText(t, fresh));
  }, [newest?.id]);

  const see = useCallback(() => {
    setSeen(latest.current);
    setHeld((before) => (before === undefined ? undefined : latest.current));
  }, []);
  const since = useCallback((began: number) => {
    setOpened((before) => Math.min(before, began));
    setSeen((before) => Math.min(before, began));
  }, []);
  const hold = useCallback(
    (typing: boolean) => setHeld((before) => (typing ? (before ?? latest.current) : undefined)),
    [],
  );

  const isNew = (entry: Entry) => entry.version > opened && entry.author.id !== personId;
  const shown =
    held === undefined
      ? entries
      : entries.filter((entry) => entry.version <= held || entry.author.id === personId);
  return { shown, fresh, isNew, seen, see, since, typing: held !== undefined, hold };
}
