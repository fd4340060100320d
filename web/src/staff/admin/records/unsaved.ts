/** The unsaved changes of a form, with the stored state on which they are based. */
interface Unsaved<Values> {
  base: Values;
  values: Values;
}

/**
 * Stores the unsaved changes of a form in the tab, so that they survive a reload and a visit to another page. The key contains
 * the person, so nobody else who signs in to the tab sees them.
 */
export function unsavedChanges<Values>(person: string, form: string) {
  const key = `unsaved:${person}:${form}`;
  return {
    read: (): Unsaved<Values> | undefined => {
      const stored = sessionStorage.getItem(key);
      return stored ? (JSON.parse(stored) as Unsaved<Values>) : undefined;
    },
    write: (unsaved: Unsaved<Values>) => sessionStorage.setItem(key, JSON.stringify(unsaved)),
    remove: () => sessionStorage.removeItem(key),
  };
}
