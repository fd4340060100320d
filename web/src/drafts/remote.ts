import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client';
import { Problem } from '../api/problem';
import type { Uploaded } from '../design/files/upload';
import type { Draft, StoredDraft } from './store';
import { tabId } from './tabId';

/** The copy of a draft on the server. */
export type Remote = Schemas['Draft'];
export type Saved = Schemas['DraftSaved'];

/** Which fields of the form contain HTML, and which field contains its files. Other fields are sent unchanged. */
export interface Shape<Value> {
  texts: readonly (keyof Value & string)[];
  files: keyof Value & string;
}

export interface RemoteCalls<Value> {
  save: (draft: Draft<Value>, seen: string | undefined, leaving: boolean) => Promise<Saved>;
  remove: () => Promise<unknown>;
}

export function toRemote<Value extends object>({ value, key }: Draft<Value>, shape: Shape<Value>) {
  const texts: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (shape.texts.some((text) => text === name)) texts[name] = String(part);
    else values[name] = part;
  }
  const attachmentIds = (value[shape.files] as Uploaded[]).map(({ id }) => id);
  return { texts, values, attachmentIds, key, device: tabId() };
}

/**
 * Returns the form's value from the server's copy. Fields with another type, as saved by an older version of the page,
 * are ignored.
 */
export function fromRemote<Value extends object>(remote: Remote, empty: Value): Value {
  const value = { ...empty };
  for (const [name, part] of Object.entries({ ...remote.values, ...remote.texts })) {
    const own = empty[name as keyof Value];
    if (own !== undefined && typeof own === typeof part && Array.isArray(own) === Array.isArray(part)) {
      value[name as keyof Value] = part as Value[keyof Value];
    }
  }
  return value;
}

/**
 * Loads the server's copy, or null if there is none. If a page prefetches the copy for its form, both share one
 * request. The result is not cached.
 */
export const draftQuery = (purpose: string) =>
  queryOptions({
    queryKey: ['draft', purpose],
    queryFn: async (): Promise<Remote | null> => {
      try {
        return await dataOf(api.GET('/drafts/{purpose}', { params: { path: { purpose } } }));
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });

/** Returns the content of a copy as JSON, which does not depend on the order of the keys of objects. */
function contentOf({ texts, values, attachmentIds }: Pick<Remote, 'texts' | 'values' | 'attachmentIds'>) {
  return JSON.stringify([texts, values, attachmentIds], (_, part) =>
    part !== Object(part) || Array.isArray(part) ? part : Object.entries(part).sort(),
  );
}

export function callsFor<Value extends object>(purpose: string, shape: Shape<Value>): RemoteCalls<Value> {
  const params = { path: { purpose } };
  return {
    save: async (draft, seen, leaving) => {
      const copy = toRemote(draft, shape);
      const body = { ...copy, ...(seen && { seen }) };
      const { savedAt, replaced } = await dataOf(
        api.PUT('/drafts/{purpose}', { params, body, keepalive: leaving }),
      );
      // If another tab opens a draft before it is saved, both tabs save the same content.
      return !replaced || contentOf(replaced) === contentOf(copy) ? { savedAt } : { savedAt, replaced };
    },
    remove: () => dataOf(api.DELETE('/drafts/{purpose}', { params })),
  };
}

/**
 * What to do with the two copies when a form opens: `adopt` the server's copy, `push` or `drop` the local copy, `offer`
 * the person a choice between them, or do `nothing`.
 */
export type Decision = 'nothing' | 'adopt' | 'offer' | 'push' | 'drop';

export function decide(local: StoredDraft<unknown> | undefined, remote: Remote | undefined): Decision {
  if (!remote) {
    if (!local) return 'nothing';
    // A synced draft that the server no longer has was sent or discarded on another device.
    return local.synced ? 'drop' : 'push';
  }
  if (!local) return 'adopt';
  // A tab that was closed may have saved the local copy without receiving the response.
  if (remote.savedAt === local.seen || remote.device === local.device)
    return local.synced ? 'nothing' : 'push';
  return local.synced ? 'adopt' : 'offer';
}
