import { useDesignTexts } from '../../../design/texts';

/**
 * Returns a function that names the priorities of the targets. The code `unset` stands for a ticket without a priority.
 */
export function usePriorityName(): (code: string) => string {
  const names: Readonly<Record<string, string>> = useDesignTexts().priority;
  return (code) => names[code] ?? code;
}
