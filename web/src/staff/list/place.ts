/** The person's place in a list, which remains when an own act removes or moves the ticket at the place. */
export interface Place {
  /** The ticket that is open, or that was open or focused last. */
  number: string | undefined;
  /** The order in which j and k go through the list. */
  order: readonly string[];
}

/**
 * Returns the place after the list has changed. While a ticket is open, and after it has left the list, the order remains
 * that of the list before. Tickets that are new in the list come last.
 */
export function updatedPlace(place: Place, listed: readonly string[], opened: string | undefined): Place {
  const number = opened ?? place.number;
  const isKnown = number !== undefined && place.order.includes(number);
  if (!isKnown || (!opened && listed.includes(number))) return { number, order: listed };
  return { number, order: [...place.order, ...listed.filter((other) => !place.order.includes(other))] };
}

/** Returns the next or the previous ticket that is still listed. Without a place it is the first ticket. */
export function nextFrom(
  { number, order }: Place,
  listed: readonly string[],
  delta: 1 | -1,
): string | undefined {
  const index = number === undefined ? -1 : order.indexOf(number);
  if (index < 0) return listed[0];
  const ahead = delta > 0 ? order.slice(index + 1) : order.slice(0, index).reverse();
  return ahead.find((other) => listed.includes(other));
}

/** Returns the tickets to focus when a ticket is closed, the best first: the ticket, then the following, then the previous ones. */
export function nearest({ order }: Place, closed: string): readonly string[] {
  const index = order.indexOf(closed);
  return index < 0 ? [closed] : [closed, ...order.slice(index + 1), ...order.slice(0, index).reverse()];
}
