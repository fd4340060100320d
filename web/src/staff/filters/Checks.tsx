import { useState } from 'react';
import type { Choice } from '../../design/control/SelectField';
import { fold } from '../keyboard/fuzzy';
import classes from './Filters.module.css';
import { useTexts } from './texts';

/** The contract's, of one filter's values. */
const most = 10;
/** From this many on, the choices can be narrowed by typing. */
const many = 9;

interface ChecksProps {
  label: string;
  choices: readonly Choice[];
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
}

/** Choices to tick; those that are on come with the others, in their order. */
export function Checks({ label, choices, values, onValues }: ChecksProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const shown = choices.filter((choice) => fold(choice.label).includes(fold(typed.trim())));
  return (
    <fieldset className={classes.checks}>
      <legend className="visually-hidden">{label}</legend>
      {choices.length >= many && (
        <input
          type="search"
          className={classes.narrow}
          aria-label={t.narrow({ name: label })}
          placeholder={t.narrowPlaceholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {shown.map(({ value, label: name }) => (
        <label key={value} className={classes.check}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            disabled={values.length >= most && !values.includes(value)}
            onChange={(event) => {
              const others = values.filter((other) => other !== value);
              onValues(event.target.checked ? [...others, value] : others);
            }}
          />
          <span>{name}</span>
        </label>
      ))}
      {shown.length === 0 && <p className={classes.hint}>{t.nothing}</p>}
    </fieldset>
  );
}
