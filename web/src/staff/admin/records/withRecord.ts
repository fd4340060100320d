/** Returns a sorted list with a stored record, which replaces the one with the same id. */
export function withRecord<T extends { id: string }>(
  all: readonly T[] | undefined,
  stored: T,
  compare: (a: T, b: T) => number,
): T[] | undefined {
  return all && [...all.filter(({ id }) => id !== stored.id), stored].sort(compare);
}
