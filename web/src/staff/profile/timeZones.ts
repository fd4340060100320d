import type { Choice } from '../../design/control/SelectField';

/** Mexico's zones in the reader's words; a person's own zone is offered even when it is none of them. */
export function timeZoneChoices(own: string, names: Readonly<Record<string, string>>): Choice[] {
  const known = Object.entries(names).map(([value, label]) => ({ value, label }));
  return own in names ? known : [{ value: own, label: own }, ...known];
}
