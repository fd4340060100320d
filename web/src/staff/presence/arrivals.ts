import type { Companion } from './usePresence';

/** Whose being there is news: who has come, or has begun to write. That somebody goes on reading is none. */
export function arrivals(before: readonly Companion[], now: readonly Companion[]): Companion[] {
  return now.filter(({ id, doing }) => {
    const was = before.find((one) => one.id === id);
    return !was || (doing === 'writing' && was.doing !== 'writing');
  });
}
