import type { Companion } from './usePresence';

/** The people to announce: those who arrived or began to write. */
export function arrivals(before: readonly Companion[], now: readonly Companion[]): Companion[] {
  return now.filter(({ id, doing }) => {
    const was = before.find((one) => one.id === id);
    return !was || (doing === 'writing' && was.doing !== 'writing');
  });
}
