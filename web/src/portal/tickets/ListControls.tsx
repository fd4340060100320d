import { Button } from '../../design/button/Button';
import { Icon } from '../../design/icon/Icon';
import { SearchForm } from '../../design/search/SearchForm';
import { usePerson } from '../../session/useSession';
import { useTexts } from '../texts';
import classes from './ListControls.module.css';
import { defaultFilter, type Filter, filters, type ListState, type Scope } from './listState';

interface ListControlsProps {
  state: ListState;
  counts: Readonly<Record<string, number>> | undefined;
  refreshing: boolean;
  onChange: (change: Partial<ListState>) => void;
  onRefresh: () => void;
}

/** The controls of the list: search box, status filter with counts, «Ir» and «Actualizar» (C1). */
export function ListControls({ state, counts, refreshing, onChange, onRefresh }: ListControlsProps) {
  const t = useTexts().tickets;
  const person = usePerson();

  /** Returns the change for typed words. Other words than those in the URL reset the filter. */
  function searched(query: string): Partial<ListState> {
    return query === state.query ? {} : { query, filter: defaultFilter(query) };
  }

  function search(query: string) {
    if (query === state.query) onRefresh();
    else onChange(searched(query));
  }

  function filterName(filter: Filter): string {
    const count =
      filter === 'active' ? counts && (counts.open ?? 0) + (counts.waiting ?? 0) : counts?.[filter];
    return count === undefined ? t.filters[filter] : t.filterCount({ name: t.filters[filter], n: count });
  }

  return (
    <SearchForm
      label={t.search}
      placeholder={t.search}
      words={state.query}
      onSearch={search}
      className={classes.controls}
    >
      {(typed) => (
        <>
          <Choice
            label={t.status}
            value={state.filter}
            onValue={(filter) => onChange({ ...searched(typed), filter: filter as Filter })}
          >
            {filters.map((filter) => (
              <option key={filter} value={filter}>
                {filterName(filter)}
              </option>
            ))}
          </Choice>
          {person.organizationShares && (
            <Choice
              label={t.scope}
              value={state.scope}
              onValue={(scope) => onChange({ ...searched(typed), scope: scope as Scope })}
            >
              <option value="mine">{t.scopes.mine}</option>
              <option value="organization">{t.scopes.organization}</option>
            </Choice>
          )}
          <Button type="submit">{t.go}</Button>
          <Button kind="secondary" icon="refresh" busy={refreshing} onClick={onRefresh}>
            {t.refresh}
          </Button>
        </>
      )}
    </SearchForm>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  children: React.ReactNode;
}

function Choice({ label, value, onValue, children }: ChoiceProps) {
  return (
    <span className={classes.choice}>
      <select aria-label={label} value={value} onChange={(event) => onValue(event.target.value)}>
        {children}
      </select>
      <Icon name="chevronDown" />
    </span>
  );
}
