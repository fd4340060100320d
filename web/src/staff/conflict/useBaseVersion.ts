import { useState } from 'react';
import { asProblem } from '../../api/problem';
import type { Versioned } from '../../newentries/addedByOthers';
import { usePerson } from '../../session/useSession';
import { versionToSend } from './version';

interface BaseVersion {
  /** Returns the version to send with a change. */
  current: () => number;
  /** Bases the change on the version that is shown now. Later calls have no effect until `unpin`. */
  pin: () => void;
  unpin: () => void;
  /** Bases the next attempt on the version in the server's refusal, because the page then shows the changes of others. */
  rebase: (error: Error) => void;
}

/**
 * Manages the version on which a change of a ticket is based (D8): the version that was shown when `pin` was called or, if
 * `pinned`, when the component was mounted. If no version is pinned, it is the version that is shown when the change is sent.
 */
export function useBaseVersion(ticket: Versioned, pinned = false): BaseVersion {
  const { id } = usePerson();
  const [base, setBase] = useState(pinned ? ticket.version : undefined);
  return {
    current: () => versionToSend(ticket, base, id),
    pin: () => setBase((before) => before ?? ticket.version),
    unpin: () => setBase(undefined),
    rebase: (error) => {
      const { version } = asProblem(error);
      if (version !== undefined) setBase(version);
    },
  };
}
