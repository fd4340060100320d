import type { Choice } from '../../design/control/SelectField';
import { withChosen } from '../../design/control/withChosen';
import { ChoiceSearchBox } from '../../design/search/ChoiceSearchBox';
import type { ServerSearch } from '../../design/search/ServerSearch';
import { useChoiceSearch } from '../../design/search/useChoiceSearch';
import classes from './Filters.module.css';
import { useTexts } from './texts';

/** The maximum number of values per filter in the contract. */
const maxValues = 10;

interface CheckboxesProps {
  label: string;
  choices: readonly Choice[];
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
  /** Searches the choices on the server. If it is undefined, the choices are filtered by the typed text. */
  search?: ServerSearch | undefined;
}

/** The choices of a filter as checkboxes. */
export function Checkboxes({ label, choices, values, onValues, search }: CheckboxesProps) {
  const t = useTexts();
  const { shown, box } = useChoiceSearch(choices, search);
  return (
    <fieldset className={classes.checks}>
      <legend className="visually-hidden">{label}</legend>
      {box && (
        <ChoiceSearchBox
          {...box}
          label={t.narrow({ name: label })}
          placeholder={t.narrowPlaceholder}
          className={classes.narrow}
        />
      )}
      {shown.map(({ value, label: name }) => (
        <label key={value} className={classes.check}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            disabled={values.length >= maxValues && !values.includes(value)}
            onChange={(event) => onValues(withChosen(values, value, event.target.checked))}
          />
          <span>{name}</span>
        </label>
      ))}
      {shown.length === 0 && !search?.error && <p className={classes.hint}>{t.nothing}</p>}
    </fieldset>
  );
}
