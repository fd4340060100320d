/**
 * Returns the path to open after signing in, or undefined if the target is not on this site. A path that starts with two
 * slashes would be an address on another site, so it is refused, too: `/.//evil.example` has the path `//evil.example`.
 */
export function returnPath(target: string | null): string | undefined {
  if (!target || !URL.canParse(target, location.origin)) return undefined;
  const { origin, pathname, search, hash } = new URL(target, location.origin);
  if (origin !== location.origin || pathname.startsWith('//')) return undefined;
  return pathname + search + hash;
}
