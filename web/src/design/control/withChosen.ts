/** Returns the values with `value`, as the last, or without it. */
export function withChosen(values: readonly string[], value: string, chosen: boolean): string[] {
  const others = values.filter((other) => other !== value);
  return chosen ? [...others, value] : others;
}
