/** Returns the values after `value` was added at their end, or removed. */
export function withChosen(values: readonly string[], value: string, chosen: boolean): string[] {
  const others = values.filter((other) => other !== value);
  return chosen ? [...others, value] : others;
}
