import createClient from 'openapi-fetch';
import { getLanguage } from '../i18n/language';
import { sessionPersonId } from './hint';
import { Problem } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>({ baseUrl: '/api', credentials: 'same-origin' });

/** Serializes the values of a parameter with commas between them, as the contract requires. */
export const commas = { array: { style: 'form', explode: false } } as const;

// The API uses this language while nobody is signed in.
api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', getLanguage());
    return request;
  },
});

let actingPersonId: string | undefined;

/**
 * Sets the person whose data the page shows. No write except a sign-in is sent while another person is signed in (P6): a
 * sign-out would end that person's session.
 */
export function actAs(personId: string | undefined): void {
  actingPersonId = personId;
}

// Another person may have signed in in a second tab. The texts of this page must not be sent with their session.
api.use({
  onRequest({ request, schemaPath }) {
    const isSignIn = request.method === 'POST' && schemaPath === '/session';
    if (request.method === 'GET' || isSignIn || !actingPersonId) return;
    const signedInId = sessionPersonId();
    if (signedInId && signedInId !== actingPersonId) return new Response(null, { status: 401 });
  },
});

type ApiCall<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;
type Listener = () => void;
const unauthenticatedListeners = new Set<Listener>();

/**
 * Registers a listener for 401 responses. Requests to /api/session, such as a sign-in with wrong credentials, do not
 * call it. Returns a function that removes the listener.
 */
export function onUnauthenticated(listener: Listener): () => void {
  unauthenticatedListeners.add(listener);
  return () => unauthenticatedListeners.delete(listener);
}

const withoutBody: ReadonlySet<number> = new Set([202, 204]);

/** Awaits an API call and returns its data. Throws a Problem if the call fails, or the AbortError if it was aborted. */
export async function dataOf<Data>(call: ApiCall<Data>): Promise<Data> {
  let result: Awaited<ApiCall<Data>>;
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
  // A successful response without the body that the contract requires does not prove that the request was processed.
  if (!withoutBody.has(response.status) && (typeof result.data !== 'object' || result.data === null)) {
    throw new Problem({ status: 500 });
  }
  return result.data as Data;
}
