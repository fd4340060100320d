const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether two states differ in one of the attributes. */
export function differs<Values>(a: Values, b: Values, attributes: readonly (keyof Values)[]): boolean {
  return attributes.some((attribute) => !isEqual(a[attribute], b[attribute]));
}

/**
 * Merges two sets of changes to the same base (three-way merge). If both changed an attribute differently, the local value is
 * used, and `conflicts` lists the attribute. All other attributes, such as the version, are those of the stored state.
 */
export function merge<Values extends object, Attribute extends keyof Values>(
  base: Values,
  local: Values,
  stored: Values,
  attributes: readonly Attribute[],
): { merged: Values; conflicts: Attribute[] } {
  const merged = { ...stored };
  const conflicts: Attribute[] = [];
  for (const attribute of attributes) {
    if (isEqual(base[attribute], local[attribute])) continue;
    merged[attribute] = local[attribute];
    if (!isEqual(base[attribute], stored[attribute]) && !isEqual(local[attribute], stored[attribute]))
      conflicts.push(attribute);
  }
  return { merged, conflicts };
}
