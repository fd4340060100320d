import { useDesignTexts } from '../../../design/texts';

/** Names the priorities of the calendar's targets, whose code is `unset` for a ticket without one. */
export function usePriorityName(): (code: string) => string {
  const names: Readonly<Record<string, string>> = useDesignTexts().priority;
  return (code) => names[code] ?? code;
}
