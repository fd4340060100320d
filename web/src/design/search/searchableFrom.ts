/** A list of choices has a search box if it has at least this many choices. */
export const searchableFrom = 9;
