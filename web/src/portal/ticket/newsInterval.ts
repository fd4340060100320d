const shortest = 15_000;
const longest = 120_000;

/** How long until the page looks for news again: soon while something happens, and ever less often while nothing does. */
export function newsInterval(quietFor: number): number {
  return Math.min(longest, Math.max(shortest, quietFor / 4));
}
