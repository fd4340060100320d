import type { QueryClient } from '@tanstack/react-query';
import { newIdempotencyKey } from '../api/idempotencyKey';
import type { Uploaded } from '../design/files/upload';
import { draftQuery, fromRemote, type Shape } from './remote';
import { draftLifetime, draftName, readDraft, writeDraft } from './store';

/**
 * Whether a person may still have a draft for a ticket that no longer accepts its text. Drafts are stored for
 * 30 days (J2), so there is none if the last activity on the ticket is older.
 */
export function mayHaveDraft({ updatedAt }: { updatedAt: string }): boolean {
  return Date.now() - Date.parse(updatedAt) < draftLifetime;
}

/** The text and the files of a draft that can no longer be sent. */
export interface Unsent {
  html: string;
  files: readonly Uploaded[];
}

/** The draft to which unsent text is moved: its purpose, its value if it does not exist yet, and its fields. */
export interface MoveTarget<Value> extends Shape<Value> {
  purpose: string;
  empty: Value;
}

/** Returns the value with the text and the files appended. Both drafts remain complete: nothing is replaced. */
export function appended<Value extends object>(
  value: Value,
  { texts: [text], files }: Shape<Value>,
  unsent: Unsent,
): Value {
  const previous = value[files] as Uploaded[];
  const added = unsent.files.filter(({ id }) => previous.every((file) => file.id !== id));
  return {
    ...value,
    ...(text && { [text]: `${value[text]}${unsent.html}` }),
    [files]: [...previous, ...added],
  };
}

/**
 * Appends unsent text to the person's draft for another form, which must not be open on this page. The server's copy of that
 * draft is loaded first, so that it is not replaced. Rejects if it cannot be loaded, or if this device cannot store the result.
 */
export async function moveToDraft<Value extends object>(
  client: QueryClient,
  personId: string,
  target: MoveTarget<Value>,
  unsent: Unsent,
): Promise<void> {
  const name = draftName(personId, target.purpose);
  const remote = await client.fetchQuery({ ...draftQuery(target.purpose), staleTime: 0 });
  const stored = readDraft<Value>(localStorage, name);
  const value = stored
    ? { ...target.empty, ...stored.value }
    : remote
      ? fromRemote(remote, target.empty)
      : target.empty;
  const written = writeDraft(localStorage, name, {
    value: appended(value, target, unsent),
    key: stored?.key ?? remote?.key ?? newIdempotencyKey(),
    savedAt: Date.now(),
    seen: stored ? stored.seen : remote?.savedAt,
    synced: false,
    ...(stored?.device && { device: stored.device }),
  });
  if (!written) throw new Error('the device cannot store the draft');
}
