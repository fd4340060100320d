const minInterval = 15_000;
const maxInterval = 120_000;

/** Milliseconds until the next reload of a ticket: longer the longer nothing has changed. */
export function reloadInterval(quietFor: number): number {
  return Math.min(maxInterval, Math.max(minInterval, quietFor / 4));
}
