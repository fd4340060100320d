import type { Ref, SelectHTMLAttributes } from 'react';
import { Icon } from '../icon/Icon';
import { Field, type FieldLook, splitLook } from './Field';
import classes from './Field.module.css';

export interface Choice {
  value: string;
  label: string;
  /** The heading of a group. Adjacent choices with the same heading form a group. */
  group?: string;
}

interface SelectFieldProps
  extends FieldLook,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'required' | 'children'> {
  ref?: Ref<HTMLSelectElement>;
  value: string;
  onValue: (value: string) => void;
  choices: readonly Choice[];
  /** The text to show if nothing is selected, such as «— Seleccionar —». */
  placeholder?: string;
}

/** A native select: it works with the keyboard, with screen readers and on phones without additional code. */
export function SelectField(props: SelectFieldProps) {
  const [look, { onValue, choices, placeholder, ...rest }] = splitLook(props);
  return (
    <Field {...look}>
      {({ control }) => (
        <div className={classes.affixed}>
          <select
            {...rest}
            {...control}
            className={`${classes.input} ${classes.select}`}
            onChange={(event) => onValue(event.target.value)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {grouped(choices).map(([group, members]) =>
              group ? (
                <optgroup key={group} label={group}>
                  {members.map(option)}
                </optgroup>
              ) : (
                members.map(option)
              ),
            )}
          </select>
          <Icon name="chevronDown" />
        </div>
      )}
    </Field>
  );
}

function option({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function grouped(choices: readonly Choice[]): [group: string, choices: Choice[]][] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const group = choice.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups];
}
