import { useQuery } from '@tanstack/react-query';
import { topicsQuery } from '../../api/queries';
import { Button } from '../../design/button/Button';
import { formatDate } from '../../design/dates/format';
import { Menu } from '../../design/menu/Menu';
import { Loaded } from '../../design/states/Loaded';
import { useLanguage } from '../../i18n/language';
import { Checkboxes } from './Checkboxes';
import { DaysForm } from './DaysForm';
import { FieldFilters } from './FieldFilters';
import classes from './Filters.module.css';
import { fieldsOf, withoutOtherFields } from './fields';
import {
  type ChoiceFilter,
  choiceFilters,
  type DateFilter,
  dateFilters,
  filterCount,
  isOn,
  type Refinement,
  type Sort,
} from './refinement';
import { useTexts } from './texts';
import { type Choices, useChoices } from './useChoices';

interface FilterBarProps {
  refinement: Refinement;
  /** The filters to hide, because the queue of the list determines their values. */
  hiddenFilters: readonly ChoiceFilter[];
  onRefinement: (refinement: Refinement) => void;
  /** The choices of the filter by requester. */
  requesters: Choices;
  /** The order of the response. It may differ from the requested order. */
  sortedBy: Sort | undefined;
  /** Content after the filters: columns, views, export. */
  children?: React.ReactNode;
}

const sorts: readonly Sort[] = ['due', 'activity', '-activity', 'created'];

export function FilterBar({
  refinement,
  hiddenFilters,
  onRefinement,
  requesters,
  sortedBy,
  children,
}: FilterBarProps) {
  const t = useTexts();
  const { data: topics } = useQuery(topicsQuery);
  const daysText = useDaysText();
  const { filters, days } = refinement;
  const choices = useChoices(requesters, filters.organization ?? []);

  function nameOf(filter: ChoiceFilter): string {
    const names = (filters[filter] ?? []).map(
      (value) => choices[filter].choices.find((choice) => choice.value === value)?.label ?? value,
    );
    return names.length === 0
      ? t.names[filter]
      : t.chosen({ name: t.names[filter], values: names.join(', ') });
  }

  function choose(filter: ChoiceFilter, values: readonly string[]) {
    const updated = { ...filters, [filter]: values };
    onRefinement({ ...refinement, filters: topics ? withoutOtherFields(updated, topics) : updated });
  }

  return (
    <section id="filters" aria-label={t.title} className={classes.bar}>
      {choiceFilters
        .filter((filter) => !hiddenFilters.includes(filter))
        .map((filter) => (
          <Menu key={filter} label={nameOf(filter)} active={Boolean(filters[filter]?.length)}>
            <Loaded queries={choices[filter].queries}>
              {() => (
                <Checkboxes
                  label={t.names[filter]}
                  choices={choices[filter].choices}
                  values={filters[filter] ?? []}
                  onValues={(values) => choose(filter, values)}
                  search={choices[filter].search}
                />
              )}
            </Loaded>
          </Menu>
        ))}
      <FieldFilters
        fields={fieldsOf(filters.topic, topics ?? [])}
        values={filters.field ?? []}
        onValues={(field) => onRefinement({ ...refinement, filters: { ...filters, field } })}
      />
      {dateFilters.map((filter) => (
        <Menu key={filter} label={dateName(filter)} active={isOn(days[filter])}>
          <DaysForm
            label={t.names[filter]}
            days={days[filter]}
            onDays={(range) => onRefinement({ ...refinement, days: { ...days, [filter]: range } })}
          />
        </Menu>
      ))}
      {filterCount(refinement) > 0 && (
        <Button
          kind="quiet"
          small
          icon="close"
          onClick={() => onRefinement({ filters: {}, days: {}, sort: refinement.sort })}
        >
          {t.clear}
        </Button>
      )}
      <span className={classes.space} />
      <label className={classes.sort}>
        <span>{t.sort}</span>
        <select
          value={sortedBy ?? refinement.sort ?? ''}
          onChange={(event) => onRefinement({ ...refinement, sort: event.target.value as Sort })}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      {children}
      {refinement.sort && sortedBy && refinement.sort !== sortedBy && (
        <p className={classes.hint}>{t.sortedOtherwise({ sort: t.sorts[sortedBy] })}</p>
      )}
    </section>
  );

  function dateName(filter: DateFilter): string {
    const text = daysText(days[filter]);
    return text ? t.chosen({ name: t.names[filter], values: text }) : t.names[filter];
  }
}

function useDaysText() {
  const t = useTexts();
  const language = useLanguage();
  return (days: Refinement['days'][DateFilter]): string => {
    const format = (day: string) => formatDate(`${day}T00:00:00Z`, language, 'UTC');
    if (days?.last) return days.last === 1 ? t.justToday : t.lastDays({ count: days.last });
    if (days?.from && days.to) return t.between({ from: format(days.from), to: format(days.to) });
    if (days?.from) return t.since({ day: format(days.from) });
    return days?.to ? t.until({ day: format(days.to) }) : '';
  };
}
