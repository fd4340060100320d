import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../design/announce/announce';
import { useDesignTexts } from '../design/texts';
import { addedByOthers, type Entry, type Versioned } from './addedByOthers';
import { newEntriesText } from './newEntriesText';

export interface NewEntries {
  /** The entries to show. While the person types, new entries are left out, because they would move the form. */
  shown: readonly Entry[];
  /** The entries by others that the person has not seen yet. */
  unseen: readonly Entry[];
  /** Whether another person added the entry since the page was opened, or since the version of a restored draft. */
  isNew: (entry: Entry) => boolean;
  /** The latest version of the ticket that the person has seen. */
  seenVersion: number;
  /** Marks the entries up to a version as seen, by default those that the page has loaded. */
  markSeen: (version?: number) => void;
  /** Must be called with the version on which a restored draft is based. Later entries then count as new. */
  rewindTo: (version: number) => void;
  typing: boolean;
  setTyping: (typing: boolean) => void;
}

/**
 * Finds and announces the entries that others add while the page of the ticket is open. The text that the person reads
 * or types does not move (G9).
 */
export function useNewEntries(ticket: Versioned, personId: string): NewEntries {
  const t = useDesignTexts();
  const { version, entries } = ticket;
  const [openedVersion, setOpenedVersion] = useState(version);
  const [seenVersion, setSeenVersion] = useState(version);
  const [heldVersion, setHeldVersion] = useState<number>();
  const latest = useRef(version);
  latest.current = version;

  const unseen = addedByOthers(ticket, seenVersion, personId);
  const newest = unseen.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest entry's identifier stands for all of `unseen`
  useEffect(() => {
    if (newest) announce(newEntriesText(t, unseen));
  }, [newest?.id]);

  const markSeen = useCallback((upTo = latest.current) => {
    setSeenVersion(upTo);
    setHeldVersion((before) => (before === undefined ? undefined : latest.current));
  }, []);
  const rewindTo = useCallback((base: number) => {
    setOpenedVersion((before) => Math.min(before, base));
    setSeenVersion((before) => Math.min(before, base));
  }, []);
  const setTyping = useCallback(
    (typing: boolean) => setHeldVersion((before) => (typing ? (before ?? latest.current) : undefined)),
    [],
  );

  const added = addedByOthers(ticket, openedVersion, personId);
  const shown =
    heldVersion === undefined
      ? entries
      : entries.filter((entry) => entry.version <= heldVersion || entry.author.id === personId);
  return {
    shown,
    unseen,
    isNew: (entry) => added.includes(entry),
    seenVersion,
    markSeen,
    rewindTo,
    typing: heldVersion !== undefined,
    setTyping,
  };
}
