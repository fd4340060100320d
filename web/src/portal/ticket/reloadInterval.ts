const minInterval = 45_000;
const maxInterval = 120_000;

/**
 * Returns the milliseconds until the next reload of a ticket. The longer nothing has changed, the longer the interval.
 */
export function reloadInterval(unchangedFor: number): number {
  return Math.min(maxInterval, Math.max(minInterval, unchangedFor));
}
