import { useId } from 'react';
import { Icon } from '../icon/Icon';
import { ChoiceSearchBox } from '../search/ChoiceSearchBox';
import type { ServerSearch } from '../search/ServerSearch';
import { useChoiceSearch } from '../search/useChoiceSearch';
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
  /** Searches the choices on the server. If it is undefined, the choices are filtered by the typed text. */
  search?: ServerSearch | undefined;
}

/**
 * Selects several values. When closed it shows the selected values, when open a list of checkboxes. The values are in
 * the order in which they were selected.
 */
export function CheckList(props: CheckListProps) {
  const { label, none, hint, error, choices, values, onValues, search } = props;
  const t = useDesignTexts();
  const id = useId();
  const { shown, box } = useChoiceSearch(choices, search);
  const nameOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value;
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
          {box && (
            <ChoiceSearchBox
              {...box}
              label={t.page.find}
              placeholder={t.page.find}
              className={fields.input}
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
