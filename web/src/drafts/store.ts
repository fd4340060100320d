/** What was typed but not yet sent, with the Idempotency-Key of the sending it is meant for. */
export interface Draft<Value> {
  value: Value;
  key: string;
  savedAt: number;
  /** `savedAt` of the copy on the server that this device last saw. */
  seen?: string | undefined;
  /** Whether that copy says the same. */
  synced?: boolean;
}

const prefix = 'mesa.draft.';
const month = 30 * 24 * 3600 * 1000;

/** A draft belongs to one person and one thing, so that someone else at the same browser never sees it. */
export function draftName(personId: string, about: string): string {
  return `${prefix}${personId}.${about}`;
}

export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

export function readDraft<Value>(storage: Storage, name: string, now = Date.now()): Draft<Value> | undefined {
  try {
    const saved = storage.getItem(name);
    if (!saved) return undefined;
    const draft = JSON.parse(saved) as Draft<Value>;
    if (!draft.key || now - draft.savedAt > month) {
      storage.removeItem(name);
      return undefined;
    }
    return draft;
  } catch {
    return undefined;
  }
}

/** Answers whether it was kept: storage can be full or switched off. */
export function writeDraft<Value>(storage: Storage, name: string, draft: Draft<Value>): boolean {
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
