import { useId, useState } from 'react';
import { Icon } from '../icon/Icon';
import { fold } from '../search/fold';
import { searchableFrom } from '../search/searchableFrom';
import { useDesignTexts } from '../texts';
import classes from './CheckList.module.css';
import fields from './Field.module.css';
import { FieldError } from './FieldError';
import type { Choice } from './SelectField';
import { withChosen } from './withChosen';

interface CheckListProps {
  label: string;
  /** The text to show if nothing is chosen, such as «Cualquiera». */
  none: string;
  hint?: string;
  error?: string | undefined;
  choices: readonly Choice[];
  values: readonly string[];
  onValues: (values: string[]) => void;
  /** Searches for the typed text. If it is undefined, the choices are filtered by the text. */
  onTyped?: ((text: string) => void) | undefined;
}

/**
 * Selects several values. When closed it shows the selected values, when open a list of checkboxes. The values are in
 * the order in which they were selected.
 */
export function CheckList(props: CheckListProps) {
  const { label, none, hint, error, choices, values, onValues, onTyped } = props;
  const t = useDesignTexts();
  const id = useId();
  const [words, setWords] = useState('');
  const nameOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value;
  const query = fold(words.trim());
  const shown = onTyped ? choices : choices.filter((choice) => fold(choice.label).includes(query));
  return (
    <div className={fields.field}>
      <details className={classes.list} data-invalid={error ? true : undefined}>
        <summary className={classes.summary}>
          <span className={fields.label}>{label}</span>
          <span className={classes.chosen}>{values.length ? values.map(nameOf).join(', ') : none}</span>
          <Icon name="chevronDown" />
        </summary>
        <fieldset className={classes.choices} aria-describedby={error ? `${id}-error` : undefined}>
          <legend className="visually-hidden">{label}</legend>
          {hint && <p className={fields.hint}>{hint}</p>}
          {(onTyped || choices.length >= searchableFrom) && (
            <input
              type="search"
              className={fields.input}
              value={words}
              placeholder={t.page.find}
              aria-label={t.page.find}
              onChange={(event) => {
                setWords(event.target.value);
                onTyped?.(event.target.value);
              }}
            />
          )}
          <div className={classes.scroll}>
            {shown.map(({ value, label: name }) => (
              <label key={value} className={classes.choice}>
                <input
                  type="checkbox"
                  checked={values.includes(value)}
                  onChange={(event) => onValues(withChosen(values, value, event.target.checked))}
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </details>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
