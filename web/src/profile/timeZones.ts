import { useMemo } from 'react';
import { useDesk } from '../app/useDesk';
import type { Choice } from '../design/control/SelectField';

/** Returns every time zone that the browser knows: first the current one and the desk's, then the others by name. */
export function useTimeZoneChoices(current: string): Choice[] {
  const desk = useDesk().settings?.timeZone;
  return useMemo(() => choicesOf([current, ...(desk ? [desk] : [])]), [current, desk]);
}

function choicesOf(first: string[]): Choice[] {
  const rest = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  return [...new Set([...first, ...rest])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
