/**
 * The name of the cookie with the id of the signed-in person. Scripts can read it, unlike the session cookie. Both
 * cookies expire together.
 */
const cookieName = 'signed-in';

/** Returns the id of the person who may be signed in, or undefined if there is certainly no session. */
export function sessionPersonId(): string | undefined {
  const prefix = `${cookieName}=`;
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(prefix));
  return cookie?.slice(prefix.length) || undefined;
}

export function removeSessionHint(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not available in every browser
  document.cookie = `${cookieName}=; Path=/; Max-Age=0`;
}
