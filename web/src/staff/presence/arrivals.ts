import type { Companion } from './usePresence';

/** Returns the people to announce: those who opened the ticket or began to write. */
export function arrivals(previous: readonly Companion[], current: readonly Companion[]): Companion[] {
  return current.filter(({ id, doing }) => {
    const earlier = previous.find((person) => person.id === id);
    return !earlier || (doing === 'writing' && earlier.doing !== 'writing');
  });
}
