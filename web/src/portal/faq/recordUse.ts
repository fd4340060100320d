import { answer, api, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';

type Use = Schemas['NewArticleUse']['use'];

const storageKey = 'mesa.visitor';
let madeUp: string | undefined;

/** Tells one browser's answers from another's, for counting; the server keeps only a hash of it. */
function visitor(): string {
  try {
    madeUp ??= localStorage.getItem(storageKey) ?? undefined;
  } catch {
    // Without storage it lasts as long as the page.
  }
  madeUp ??= crypto.randomUUID();
  try {
    localStorage.setItem(storageKey, madeUp);
  } catch {
    // See above.
  }
  return madeUp;
}

/** Notes what a reader did with an article. Whatever comes of it, the reader is not kept from what they were doing. */
export async function recordUse(id: string, use: Use): Promise<boolean> {
  const body = { use, visitor: visitor() };
  const send = () =>
    answer(api.POST('/articles/{id}/uses', { params: { path: { id } }, body, keepalive: true }));
  try {
    await send();
    return true;
  } catch (error) {
    return asProblem(error).temporary ? false : asProblem(error).status === 404;
  }
}
