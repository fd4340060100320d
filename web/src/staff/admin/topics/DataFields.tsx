import type { Schemas } from '../../../api/client';
import { CheckField } from '../../../design/control/CheckField';
import { FieldGrid } from '../../../design/control/FieldGrid';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { selectable } from '../../directory/queries';
import { asChoices } from '../routing/references';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { type TopicValues, withText } from './topic';

interface DataFieldsProps {
  values: TopicValues;
  onChange: (part: Partial<TopicValues>) => void;
  departments: readonly Schemas['DepartmentSettings'][];
  errorOf: (field: string) => string | undefined;
}

export function DataFields({ values, onChange, departments, errorOf }: DataFieldsProps) {
  const t = useTopicTexts();
  const { name, description } = values;
  return (
    <fieldset className={classes.part}>
      <legend>{t.data}</legend>
      <FieldGrid>
        <TextField
          label={t.name}
          value={name.es}
          onValue={(es) => onChange({ name: withText(name, 'es', es) })}
          maxLength={120}
          error={errorOf('name.es') ?? errorOf('id')}
          required
        />
        <TextField
          label={t.nameEn}
          lang="en"
          value={name.en ?? ''}
          onValue={(en) => onChange({ name: withText(name, 'en', en) })}
          maxLength={120}
          error={errorOf('name.en')}
          hint={t.nameEnHint}
          optional
        />
      </FieldGrid>
      <FieldGrid>
        <TextField
          label={t.description}
          value={description.es}
          onValue={(es) => onChange({ description: withText(description, 'es', es) })}
          maxLength={300}
          error={errorOf('description.es')}
          hint={t.descriptionHint}
          optional
        />
        <TextField
          label={t.descriptionEn}
          lang="en"
          value={description.en ?? ''}
          onValue={(en) => onChange({ description: withText(description, 'en', en) })}
          maxLength={300}
          error={errorOf('description.en')}
          optional
        />
      </FieldGrid>
      <FieldGrid>
        <SelectField
          label={t.department}
          placeholder={t.chooseDepartment}
          choices={asChoices(selectable(departments, values.departmentId))}
          value={values.departmentId}
          onValue={(departmentId) => onChange({ departmentId })}
          error={errorOf('departmentId')}
          required
        />
        <TextField
          label={t.order}
          type="number"
          min={0}
          max={9999}
          value={String(values.order)}
          onValue={(order) => onChange({ order: Number.parseInt(order, 10) || 0 })}
          error={errorOf('order')}
          hint={t.orderHint}
        />
      </FieldGrid>
      <CheckField
        label={t.active}
        hint={t.activeHint}
        checked={values.active}
        onChecked={(active) => onChange({ active })}
      />
      <CheckField
        label={t.public}
        hint={t.publicHint}
        checked={values.public}
        onChecked={(offered) => onChange({ public: offered })}
      />
    </fieldset>
  );
}
