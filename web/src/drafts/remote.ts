import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { Problem } from '../api/problem';
import type { Uploaded } from '../design/files/upload';
import { type Draft, newIdempotencyKey, type StoredDraft } from './store';

/** A draft's copy on the server. */
export type Remote = Schemas['Draft'];
export type Saved = Schemas['DraftSaved'];

/** Which fields of the form are HTML, and which one has its files. The others are sent as they are. */
export interface Shape<Value> {
  texts: readonly (keyof Value & string)[];
  files: keyof Value & string;
}

export interface RemoteCalls<Value> {
  save: (draft: Draft<Value>, seen: string | undefined, leaving: boolean) => Promise<Saved>;
  remove: () => Promise<unknown>;
}

const storageKey = 'mesa.device';
let ownId: string | undefined;

/** An identifier of this browser. The server's copy has it, so that a device recognizes what it pushed itself. */
export function device(): string {
  if (ownId) return ownId;
  try {
    ownId = localStorage.getItem(storageKey) ?? newIdempotencyKey();
    localStorage.setItem(storageKey, ownId);
  } catch {
    ownId = newIdempotencyKey();
  }
  return ownId;
}

export function toRemote<Value extends object>({ value, key }: Draft<Value>, shape: Shape<Value>) {
  const texts: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (shape.texts.some((text) => text === name)) texts[name] = String(part);
    else values[name] = part;
  }
  const attachmentIds = (value[shape.files] as Uploaded[]).map(({ id }) => id);
  return { texts, values, attachmentIds, key, device: device() };
}

/** The form's value from the server's copy. An older page may have saved a field with another type; such a field is left out. */
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

/** The server's copy, or null. A page may prefetch it for its form; both share one request, and the result is not cached. */
export const draftQuery = (purpose: string) =>
  queryOptions({
    queryKey: ['draft', purpose],
    queryFn: async (): Promise<Remote | null> => {
      try {
        return await answer(api.GET('/drafts/{purpose}', { params: { path: { purpose } } }));
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });

export function callsFor<Value extends object>(purpose: string, shape: Shape<Value>): RemoteCalls<Value> {
  const params = { path: { purpose } };
  return {
    save: (draft, seen, leaving) =>
      answer(
        api.PUT('/drafts/{purpose}', {
          params,
          body: { ...toRemote(draft, shape), ...(seen && { seen }) },
          keepalive: leaving,
        }),
      ),
    remove: () => answer(api.DELETE('/drafts/{purpose}', { params })),
  };
}

/**
 * What to do when a form opens: `adopt` the server's copy, `push` the local one, `drop` the local one, `offer` the choice
 * between both, or `nothing`.
 */
export type Decision = 'nothing' | 'adopt' | 'offer' | 'push' | 'drop';

export function decide(
  local: StoredDraft<unknown> | undefined,
  remote: Remote | undefined,
  ownDevice: string,
): Decision {
  if (!remote) {
    if (!local) return 'nothing';
    // The server had this same draft and no longer has it: it was sent or discarded on another device.
    return local.synced ? 'drop' : 'push';
  }
  if (!local) return 'adopt';
  if (remote.savedAt === local.seen || remote.device === ownDevice) return local.synced ? 'nothing' : 'push';
  return local.synced ? 'adopt' : 'offer';
}
