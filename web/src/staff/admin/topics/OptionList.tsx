import { Button, IconButton } from '../../../design/button/Button';
import { FieldError } from '../../../design/control/FieldError';
import { FieldGrid } from '../../../design/control/FieldGrid';
import { TextField } from '../../../design/control/TextField';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { newOption, type OptionSettings, withMoved, withText } from './topic';

/** The maximum number of options per field in the contract. */
const maxOptions = 50;

interface OptionListProps {
  options: readonly OptionSettings[];
  onOptions: (options: OptionSettings[]) => void;
  errorOf: (part: string) => string | undefined;
}

export function OptionList({ options, onOptions, errorOf }: OptionListProps) {
  const t = useTopicTexts().field;
  const listError = errorOf('options');
  const set = (option: OptionSettings, name: OptionSettings['name']) =>
    onOptions(options.map((other) => (other === option ? { ...other, name } : other)));
  return (
    <fieldset className={classes.options}>
      <legend>{t.options}</legend>
      {options.map((option, i) => (
        <div key={option.id} className={classes.option}>
          <FieldGrid>
            <TextField
              label={t.option({ n: i + 1 })}
              value={option.name.es}
              onValue={(es) => set(option, withText(option.name, 'es', es))}
              maxLength={80}
              error={errorOf(`options.${i}`)}
              required
            />
            <TextField
              label={t.optionEn({ n: i + 1 })}
              lang="en"
              value={option.name.en ?? ''}
              onValue={(en) => set(option, withText(option.name, 'en', en))}
              maxLength={80}
              optional
            />
          </FieldGrid>
          <div className={classes.acts}>
            <IconButton
              icon="chevronUp"
              label={t.upOption({ n: i + 1 })}
              disabled={i === 0}
              onClick={() => onOptions(withMoved(options, i, i - 1))}
            />
            <IconButton
              icon="trash"
              label={t.removeOption({ n: i + 1 })}
              onClick={() => onOptions(options.filter((other) => other !== option))}
            />
          </div>
        </div>
      ))}
      {options.length === 0 && listError && <FieldError>{listError}</FieldError>}
      <div>
        <Button
          small
          kind="secondary"
          icon="plus"
          disabled={options.length >= maxOptions}
          onClick={() => onOptions([...options, newOption()])}
        >
          {t.addOption}
        </Button>
      </div>
    </fieldset>
  );
}
