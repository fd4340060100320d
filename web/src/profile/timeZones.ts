import { useMemo } from 'react';
import { useSettings } from '../app/useSettings';
import type { Choice } from '../design/control/SelectField';

/** Returns the current time zone, the desk's, and then the browser's zones by name, such as America/Cancun. */
export function useTimeZoneChoices(current: string): Choice[] {
  const deskTimeZone = useSettings().settings?.timeZone;
  return useMemo(
    () => choicesOf([current, ...(deskTimeZone ? [deskTimeZone] : [])]),
    [current, deskTimeZone],
  );
}

function choicesOf(first: string[]): Choice[] {
  const rest = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  return [...new Set([...first, ...rest])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
