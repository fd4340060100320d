/** A cookie with the id of the session's person, as scripts cannot read the session cookie. Both expire together. */
const cookieName = 'signed-in';

/** The id of the person who may be signed in; undefined if there is certainly no session. */
export function sessionPersonId(): string | undefined {
  const prefix = `${cookieName}=`;
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(prefix));
  return cookie?.slice(prefix.length) || undefined;
}

export function removeSessionHint(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${cookieName}=; Path=/; Max-Age=0`;
}
