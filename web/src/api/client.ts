import createClient from 'openapi-fetch';
import { getLanguage } from '../i18n/language';
import { whoseSession } from './hint';
import { Problem } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>({ baseUrl: '/api', credentials: 'same-origin' });

// Before signing in, the API's messages come in the language that the page is shown in.
api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', getLanguage());
    return request;
  },
});

let acting: string | undefined;

/** Whom the page is drawn for; what it sends is sent as nobody else. */
export function actAs(personId: string | undefined): void {
  acting = personId;
}

// In another tab somebody else may have signed in: what was typed here is not theirs to have said.
api.use({
  onRequest({ request, schemaPath }) {
    if (request.method === 'GET' || schemaPath === '/session' || !acting) return;
    const now = whoseSession();
    if (now && now !== acting) return new Response(null, { status: 401 });
  },
});

type Answer<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;
type Listener = () => void;
const unauthenticatedListeners = new Set<Listener>();

/** Told of every 401 except those of signing in itself, which say that the credentials are wrong. */
export function onUnauthenticated(listener: Listener): () => void {
  unauthenticatedListeners.add(listener);
  return () => unauthenticatedListeners.delete(listener);
}

const withoutBody: ReadonlySet<number> = new Set([202, 204]);

/** Awaits an API call and gives its data; anything else is thrown as a Problem. */
export async function answer<Data>(call: Answer<Data>): Promise<Data> {
  let result: Awaited<Answer<Data>>;
  try {
    result = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw Problem.unreachable(cause);
  }
  const { response } = result;
  if (!response.ok) {
    if (response.status === 401 && !response.url.endsWith('/api/session')) {
      for (const listener of unauthenticatedListeners) listener();
    }
    throw Problem.from(response, result.error);
  }
  // What the contract gives a body has one: an answer without it says nothing of what became of the request.
  if (!withoutBody.has(response.status) && (typeof result.data !== 'object' || result.data === null)) {
    throw new Problem({ status: 500 });
  }
  return result.data as Data;
}
