/** Set beside the session's own cookie, which no script can see: whose session it is. Both last as long. */
const hint = 'signed-in';

/** The identifier of who may be signed in in this browser; undefined where nobody can be. */
export function whoseSession(): string | undefined {
  const mark = `${hint}=`;
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(mark));
  return cookie?.slice(mark.length) || undefined;
}

export function forgetSession(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${hint}=; Path=/; Max-Age=0`;
}
