import { useState } from 'react';
import type { Choice } from '../../design/control/SelectField';
import { fold } from '../../design/search/fold';
import classes from './Filters.module.css';
import { useTexts } from './texts';

/** The maximum number of values per filter in the contract. */
const maxValues = 10;
/** A search box is shown if there are at least this many choices. */
const searchFrom = 9;

interface ChecksProps {
  label: string;
  choices: readonly Choice[];
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
}

/** The choices of a filter as checkboxes. */
export function Checks({ label, choices, values, onValues }: ChecksProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const shown = choices.filter((choice) => fold(choice.label).includes(fold(typed.trim())));
  return (
    <fieldset className={classes.checks}>
      <legend className="visually-hidden">{label}</legend>
      {choices.length >= searchFrom && (
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
            disabled={values.length >= maxValues && !values.includes(value)}
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
