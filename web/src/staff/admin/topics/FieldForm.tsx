import { Button } from '../../../design/button/Button';
import { CheckField } from '../../../design/control/CheckField';
import { FieldGrid } from '../../../design/control/FieldGrid';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { OptionList } from './OptionList';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { type FieldSettings, hasLength, isNew, newOption, withText } from './topic';

interface FieldFormProps {
  field: FieldSettings;
  onField: (field: FieldSettings) => void;
  onRemove: () => void;
  errorOf: (part: string) => string | undefined;
}

const kinds = ['text', 'long-text', 'choice', 'date', 'number', 'checkbox'] as const;

/**
 * The form for one extra field. The kind of a saved field cannot be changed, because tickets may have answers to it.
 */
export function FieldForm({ field, onField, onRemove, errorOf }: FieldFormProps) {
  const t = useTopicTexts().field;
  const set = (part: Partial<FieldSettings>) => onField({ ...field, ...part });
  const unsavedField = isNew(field);

  function chooseKind(kind: FieldSettings['kind']) {
    set({
      kind,
      options: kind === 'choice' && !field.options?.length ? [newOption(), newOption()] : field.options,
    });
  }

  return (
    <div className={classes.fieldForm}>
      <FieldGrid>
        <TextField
          label={t.label}
          value={field.name.es}
          onValue={(es) => set({ name: withText(field.name, 'es', es) })}
          maxLength={80}
          error={errorOf('name.es') ?? errorOf('id')}
          required
        />
        <TextField
          label={t.labelEn}
          lang="en"
          value={field.name.en ?? ''}
          onValue={(en) => set({ name: withText(field.name, 'en', en) })}
          maxLength={80}
          error={errorOf('name.en')}
          optional
        />
      </FieldGrid>
      <FieldGrid>
        <TextField
          label={t.help}
          value={field.help.es}
          onValue={(es) => set({ help: withText(field.help, 'es', es) })}
          maxLength={300}
          error={errorOf('help.es')}
          optional
        />
        <TextField
          label={t.helpEn}
          lang="en"
          value={field.help.en ?? ''}
          onValue={(en) => set({ help: withText(field.help, 'en', en) })}
          maxLength={300}
          error={errorOf('help.en')}
          optional
        />
      </FieldGrid>
      <SelectField
        label={t.kind}
        hint={unsavedField ? undefined : t.kindFixed}
        disabled={!unsavedField}
        value={field.kind}
        onValue={(kind) => chooseKind(kind as FieldSettings['kind'])}
        choices={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        error={errorOf('kind')}
      />
      {field.kind === 'choice' && (
        <OptionList
          options={field.options ?? []}
          onOptions={(options) => set({ options })}
          errorOf={errorOf}
        />
      )}
      {hasLength(field) && (
        <TextField
          label={t.maxLength}
          type="number"
          min={1}
          max={field.kind === 'text' ? 200 : 4000}
          value={field.maxLength ? String(field.maxLength) : ''}
          onValue={(text) => set({ maxLength: Number.parseInt(text, 10) || undefined })}
          error={errorOf('maxLength')}
          optional
        />
      )}
      {field.kind === 'number' && (
        <FieldGrid>
          {(['min', 'max'] as const).map((bound) => (
            <TextField
              key={bound}
              label={t[bound]}
              type="number"
              step="any"
              value={field[bound] === undefined ? '' : String(field[bound])}
              onValue={(text) => set({ [bound]: text === '' ? undefined : Number(text) })}
              error={errorOf(bound)}
              optional
            />
          ))}
        </FieldGrid>
      )}
      <CheckField label={t.required} checked={field.required} onChecked={(required) => set({ required })} />
      {unsavedField ? (
        <div>
          <Button small kind="quiet" icon="trash" onClick={onRemove}>
            {t.remove}
          </Button>
        </div>
      ) : (
        <CheckField
          label={t.active}
          hint={t.activeHint}
          checked={field.active}
          onChecked={(active) => set({ active })}
        />
      )}
    </div>
  );
}
