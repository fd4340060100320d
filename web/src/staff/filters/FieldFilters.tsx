import { Menu } from '../../design/menu/Menu';
import { useDesignTexts } from '../../design/texts';
import { Checkboxes } from './Checkboxes';
import type { ExtraField } from './fields';
import { useTexts } from './texts';

interface FieldFiltersProps {
  fields: readonly ExtraField[];
  /** The selected values, each as `<field>:<value>`. */
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
}

/** Shows a menu for each extra field of the selected topics that has a list of values (N2). */
export function FieldFilters({ fields, values, onValues }: FieldFiltersProps) {
  const t = useTexts();
  const yes = useDesignTexts().extraFields.yes;
  return fields.map(({ id, name, kind, options }) => {
    const prefix = `${id}:`;
    const choices =
      kind === 'checkbox'
        ? [{ value: 'true', label: yes }]
        : (options ?? []).map((option) => ({ value: option.id, label: option.name }));
    const selected = values
      .filter((value) => value.startsWith(prefix))
      .map((value) => value.slice(prefix.length));
    const names = selected.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
    return (
      <Menu
        key={id}
        label={selected.length > 0 ? t.chosen({ name, values: names.join(', ') }) : name}
        active={selected.length > 0}
      >
        <Checkboxes
          label={name}
          choices={choices}
          values={selected}
          onValues={(selection) =>
            onValues([
              ...values.filter((value) => !value.startsWith(prefix)),
              ...selection.map((value) => prefix + value),
            ])
          }
        />
      </Menu>
    );
  });
}
