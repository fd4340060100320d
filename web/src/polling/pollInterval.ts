const shortest = 45_000;
const longestQuiet = 90_000;
const longestFailing = 5 * 60_000;

/**
 * Returns the milliseconds until the next poll. The interval is doubled after each poll that found no change, up to 90
 * seconds, and after each failure, up to five minutes. So polling is at most a third of an agent's requests (Q9), and a
 * failing server receives fewer requests.
 */
export function pollInterval(unchanged: number, failures: number): number {
  if (failures > 0) return Math.min(shortest * 2 ** failures, longestFailing);
  return Math.min(shortest * 2 ** unchanged, longestQuiet);
}
