/** A cookie with the id of the session's person, as scripts cannot read the session cookie. Both expire together. */
const hint = 'signed-in';

/** The id of the person who may be signed in; undefined if there is certainly no session. */
export function whoseSession(): string | undefined {
  const prefix = `${hint}=`;
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(prefix));
  return cookie?.slice(prefix.length) || undefined;
}

export function forgetSession(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${hint}=; Path=/; Max-Age=0`;
}
