import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../design/announce/announce';
import { useDesignTexts } from '../design/texts';
import { addedByOthers, type Entry, type Versioned } from './addedByOthers';
import { newsText } from './newsText';

export interface News {
  /** What the thread shows: everything, but while something is being typed nothing that came since, as it would move the text. */
  shown: readonly Entry[];
  /** What others did that the person has not gone to see. */
  fresh: readonly Entry[];
  /** Whether others added it since the ticket was opened. */
  isNew: (entry: Entry) => boolean;
  /** The version that the person has seen. */
  seen: number;
  see: () => void;
  /** A text that was brought back was begun on this version. */
  since: (version: number) => void;
  typing: boolean;
  hold: (typing: boolean) => void;
}

/** D8: what others do to the ticket while it is open is announced; it never moves what is read or typed. */
export function useNews(ticket: Versioned, personId: string): News {
  const t = useDesignTexts().news;
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
    if (newest) announce(newsText(t, fresh));
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
