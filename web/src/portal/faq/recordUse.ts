import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';

type Use = Schemas['NewArticleUse']['use'];

const storageKey = 'mesa.visitor';
let cachedId: string | undefined;

/**
 * Returns a random id of this browser, with which the server counts one vote per reader. The server stores only a hash
 * of it.
 */
function visitorId(): string {
  try {
    cachedId ??= localStorage.getItem(storageKey) ?? undefined;
  } catch {
    // Storage is not available: the id lasts until the page is closed.
  }
  cachedId ??= crypto.randomUUID();
  try {
    localStorage.setItem(storageKey, cachedId);
  } catch {
    // Storage is not available: the id lasts until the page is closed.
  }
  return cachedId;
}

/**
 * Records a use of an article (L7). It never throws. It returns false if the page should report that the use was not
 * recorded.
 */
export async function recordUse(id: string, use: Use): Promise<boolean> {
  const body = { use, visitor: visitorId() };
  const send = () =>
    dataOf(api.POST('/articles/{id}/uses', { params: { path: { id } }, body, keepalive: true }));
  try {
    await send();
    return true;
  } catch (error) {
    return asProblem(error).temporary ? false : asProblem(error).status === 404;
  }
}
