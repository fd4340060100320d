import { newIdempotencyKey } from '../api/idempotencyKey';

const storageKey = 'mesa.tab';
let ownId: string | undefined;

/** Removes the identifier from sessionStorage and returns it. */
function removeStored(): string | undefined {
  try {
    const stored = sessionStorage.getItem(storageKey) ?? undefined;
    sessionStorage.removeItem(storageKey);
    return stored;
  } catch {
    return undefined;
  }
}

/**
 * Returns the identifier of this browser tab. Copies of drafts contain it, so that a tab recognizes its own copies. A
 * reload does not change it.
 */
export function tabId(): string {
  ownId ??= removeStored() ?? newIdempotencyKey();
  return ownId;
}

/**
 * Passes the identifier to the next page of this tab. The identifier is in sessionStorage only between two pages,
 * because browsers copy sessionStorage to a duplicate of the tab. Returns a function that stops this.
 */
export function preserveTabId(): () => void {
  const store = () => {
    try {
      sessionStorage.setItem(storageKey, tabId());
    } catch {
      // Without storage, the next page gets another identifier.
    }
  };
  tabId();
  window.addEventListener('pagehide', store);
  // The browser may show this page again after it was hidden.
  window.addEventListener('pageshow', removeStored);
  return () => {
    window.removeEventListener('pagehide', store);
    window.removeEventListener('pageshow', removeStored);
  };
}
