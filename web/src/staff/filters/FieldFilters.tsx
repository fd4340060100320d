import { Menu } from '../../design/menu/Menu';
import { useDesignTexts } from '../../design/texts';
import { Checks } from './Checks';
import type { ExtraField } from './fields';
import { useTexts } from './texts';

interface FieldFiltersProps {
  fields: readonly ExtraField[];
  /** The selected values, each as `<field>:<value>`. */
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
}

/** Shows a menu for each extra field of the chosen topics that has a list of values (N2). */
export function FieldFilters({ fields, values, onValues }: FieldFiltersProps) {
  const t = useTexts();
  const yes = useDesignTexts().extraFields.yes;
  return fields.map(({ id, name, kind, options }) => {
    const mark = `${id}:`;
    const choices =
      kind === 'checkbox'
        ? [{ value: 'true', label: yes }]
        : (options ?? []).map((option) => ({ value: option.id, label: option.name }));
    const own = values.filter((value) => value.startsWith(mark)).map((value) => value.slice(mark.length));
    const names = own.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
    return (
      <Menu
        key={id}
        label={own.length > 0 ? t.chosen({ name, values: names.join(', ') }) : name}
        active={own.length > 0}
      >
        <Checks
          label={name}
          choices={choices}
          values={own}
          onValues={(chosen) =>
            onValues([
              ...values.filter((value) => !value.startsWith(mark)),
              ...chosen.map((value) => mark + value),
            ])
          }
        />
      </Menu>
    );
  });
}
