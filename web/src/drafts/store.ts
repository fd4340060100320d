/** What a person has written but not sent, with the Idempotency-Key of the request that will send it. */
export interface Draft<Value> {
  value: Value;
  key: string;
}

/** A draft in this device's storage. */
export interface StoredDraft<Value> extends Draft<Value> {
  /** In milliseconds since 1970. */
  savedAt: number;
  /** `savedAt` of the server's copy that this device saw last. */
  seen?: string | undefined;
  /** Whether that copy equals this draft. */
  synced?: boolean;
}

const prefix = 'mesa.draft.';
const month = 30 * 24 * 3600 * 1000;

/** The storage key of a draft. It has the person's id, so that nobody else at the same browser sees the draft. */
export function draftName(personId: string, purpose: string): string {
  return `${prefix}${personId}.${purpose}`;
}

export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

/** The stored draft; undefined when there is none, it is over a month old, or it can't be read. */
export function readDraft<Value>(
  storage: Storage,
  name: string,
  now = Date.now(),
): StoredDraft<Value> | undefined {
  try {
    const text = storage.getItem(name);
    if (!text) return undefined;
    const draft = JSON.parse(text) as StoredDraft<Value>;
    if (!draft.key || now - draft.savedAt > month) {
      storage.removeItem(name);
      return undefined;
    }
    return draft;
  } catch {
    return undefined;
  }
}

/** Stores the draft; false when storage is full or switched off. */
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
    // Without storage there is nothing to remove.
  }
}
