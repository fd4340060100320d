import { useMemo } from 'react';
import type { Choice } from '../design/control/SelectField';
import { useTexts } from './texts';

// Mexico's own zones first, west to east; the rest of the world after them.
const mexican: Readonly<Record<string, string>> = {
  'America/Tijuana': 'Tijuana',
  'America/Hermosillo': 'Hermosillo',
  'America/Mazatlan': 'Mazatlán',
  'America/Ciudad_Juarez': 'Ciudad Juárez',
  'America/Ojinaga': 'Ojinaga',
  'America/Chihuahua': 'Chihuahua',
  'America/Bahia_Banderas': 'Bahía de Banderas',
  'America/Mexico_City': 'Ciudad de México',
  'America/Monterrey': 'Monterrey',
  'America/Matamoros': 'Matamoros',
  'America/Merida': 'Mérida',
  'America/Cancun': 'Cancún',
};

/** Every zone the browser knows, and the person's own even if it doesn't. */
export function useTimeZoneChoices(own: string): Choice[] {
  const { mexico } = useTexts();
  return useMemo(() => choicesOf(own, mexico), [own, mexico]);
}

function choicesOf(own: string, country: string): Choice[] {
  const known = new Set(Intl.supportedValuesOf('timeZone'));
  const others = [...known].filter((zone) => !(zone in mexican) && zone.includes('/'));
  if (!known.has(own) && !(own in mexican)) others.unshift(own);
  return [
    ...Object.entries(mexican).map(([zone, city]) => ({ value: zone, label: `${country}: ${city}` })),
    ...others.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ];
}
