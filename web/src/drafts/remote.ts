import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { Problem } from '../api/problem';
import type { Uploaded } from '../design/files/upload';
import { type Draft, newIdempotencyKey } from './store';

export type Remote = Schemas['Draft'];
export type Saved = Schemas['DraftSaved'];

/** Which fields of a form are HTML, which has its files; the others are kept as they are. */
export interface Shape<Value> {
  texts: readonly (keyof Value & string)[];
  files: keyof Value & string;
}

export interface Calls<Value> {
  save: (draft: Draft<Value>, seen: string | undefined, leaving: boolean) => Promise<Saved>;
  remove: () => Promise<unknown>;
}

const storageKey = 'mesa.device';
let ownName: string | undefined;

/** Names this browser, so that it is not surprised by what it typed itself. */
export function device(): string {
  if (ownName) return ownName;
  try {
    ownName = localStorage.getItem(storageKey) ?? newIdempotencyKey();
    localStorage.setItem(storageKey, ownName);
  } catch {
    ownName = newIdempotencyKey();
  }
  return ownName;
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

/** What is kept may be of an older page: a field of another kind than the form's own is left out. */
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

/** The copy on the server, null where there is none. A page may ask ahead of its form: it is read once for both, and not kept. */
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

export function callsFor<Value extends object>(purpose: string, shape: Shape<Value>): Calls<Value> {
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

export type Decision = 'nothing' | 'adopt' | 'offer' | 'push' | 'drop';

/** What to do about a copy on the server, and one on this device, when a form opens. */
export function decide(local: Draft<unknown> | undefined, remote: Remote | undefined, me: string): Decision {
  if (!remote) {
    if (!local) return 'nothing';
    // Gone from the server, and unchanged here since: it was sent or thrown away elsewhere.
    return local.synced ? 'drop' : 'push';
  }
  if (!local) return 'adopt';
  if (remote.savedAt === local.seen || remote.device === me) return local.synced ? 'nothing' : 'push';
  return local.synced ? 'adopt' : 'offer';
}
