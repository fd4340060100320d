import type { Companion } from './usePresence';

/** Returns the people to announce: those who opened the ticket or began to write. */
export function arrivals(before: readonly Companion[], now: readonly Companion[]): Companion[] {
  return now.filter(({ id, doing }) => {
    const was = before.find((one) => one.id === id);
    return !was || (doing === 'writing' && was.doing !== 'writing');
  });
}
