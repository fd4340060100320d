/** A value that a person has entered but not sent, with the Idempotency-Key of the request that will send it. */
export interface Draft<Value> {
  value: Value;
  key: string;
}

/** A draft in this device's storage. */
export interface StoredDraft<Value> extends Draft<Value> {
  /** The time of storing, in milliseconds since 1970. */
  savedAt: number;
  /** `savedAt` of the last copy on the server that this device loaded or saved. */
  seen?: string | undefined;
  /** Whether that copy equals this draft. */
  synced?: boolean;
  /** The identifier of the tab that stored this draft. */
  device?: string;
}

const prefix = 'mesa.draft.';
/** The time for which a draft is stored, in milliseconds: 30 days (J2). */
export const draftLifetime = 30 * 24 * 3600 * 1000;

/**
 * Returns the storage key of a draft. The key contains the person's id, so that other people who use the same browser
 * do not see the draft.
 */
export function draftName(personId: string, purpose: string): string {
  return `${prefix}${personId}.${purpose}`;
}

/** Returns the stored draft, or undefined if there is none, if its lifetime has passed, or if it cannot be read. */
export function readDraft<Value>(
  storage: Storage,
  name: string,
  now = Date.now(),
): StoredDraft<Value> | undefined {
  try {
    const text = storage.getItem(name);
    if (!text) return undefined;
    const draft = JSON.parse(text) as StoredDraft<Value>;
    if (!draft.key || now - draft.savedAt > draftLifetime) {
      storage.removeItem(name);
      return undefined;
    }
    return draft;
  } catch {
    return undefined;
  }
}

/** Stores the draft. Returns false if the storage is full or not available. */
export function writeDraft<Value>(storage: Storage, name: string, draft: StoredDraft<Value>): boolean {
  try {
    storage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(storage: Storage, name: string): void {
  try {
    storage.removeItem(name);
  } catch {
    // If storage is not available, there is nothing to remove.
  }
}

/** Removes the person's drafts that the server also has. Drafts that exist only on this device are preserved. */
export function removeSyncedDrafts(storage: Storage, personId: string): void {
  try {
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const name of names) {
      if (name?.startsWith(draftName(personId, '')) && readDraft(storage, name)?.synced)
        storage.removeItem(name);
    }
  } catch {
    // If storage is not available, there is nothing to remove.
  }
}
