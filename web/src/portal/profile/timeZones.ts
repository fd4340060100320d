import type { Choice } from '../../design/control/SelectField';

// Mexico's own zones first, west to east; the rest of the world after them.
const mexican = [
  'America/Tijuana',
  'America/Hermosillo',
  'America/Mazatlan',
  'America/Ciudad_Juarez',
  'America/Ojinaga',
  'America/Chihuahua',
  'America/Bahia_Banderas',
  'America/Mexico_City',
  'America/Monterrey',
  'America/Matamoros',
  'America/Merida',
  'America/Cancun',
];

function nameOf(zone: string): string {
  return zone.split('/').slice(1).join(' / ').replaceAll('_', ' ') || zone;
}

/** Every zone the browser knows, and the person's own even if it doesn't. */
export function timeZoneChoices(own: string, country: string): Choice[] {
  const known = new Set(Intl.supportedValuesOf('timeZone'));
  const others = [...known].filter((zone) => !mexican.includes(zone) && zone.includes('/'));
  if (!known.has(own) && !mexican.includes(own)) others.unshift(own);
  return [
    ...mexican.map((zone) => ({ value: zone, label: `${country}: ${nameOf(zone)}` })),
    ...others.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ];
}
