import type { Schemas } from '../../api/client';
import { SelectField } from '../../design/control/SelectField';
import { SearchBox } from '../../design/search/SearchBox';
import type { Language } from '../../i18n/language';
import classes from './List.module.css';
import type { Category } from './queries';
import { useTexts } from './texts';

export interface ListFilter {
  q: string;
  category: string;
  /** `es`, `en`: the article has a text in this language. `-es`, `-en`: it has none. */
  language: '' | Language | `-${Language}`;
  state: '' | Schemas['ArticleState'];
  audience: '' | Schemas['Audience'];
}

export const emptyFilter: ListFilter = { q: '', category: '', language: '', state: '', audience: '' };

export function queryOf({ q, category, language, state, audience }: ListFilter) {
  const missing = language === '-es' ? 'es' : language === '-en' ? 'en' : undefined;
  const written = language === 'es' || language === 'en' ? language : undefined;
  return {
    ...(q.trim() && { q }),
    ...(category && { category }),
    ...(state && { state }),
    ...(audience && { audience }),
    ...(written && { language: written }),
    ...(missing && ({ missing } as { missing?: Language })),
  };
}

interface FiltersProps {
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  categories: readonly Category[];
}

export function Filters({ filter, onFilter, categories }: FiltersProps) {
  const t = useTexts();
  const set = (change: Partial<ListFilter>) => onFilter({ ...filter, ...change });
  return (
    <search className={classes.filters} aria-label={t.list.filters}>
      <div className={classes.words}>
        <SearchBox
          label={t.list.search}
          placeholder={t.list.searchPlaceholder}
          value={filter.q}
          onValue={(q) => set({ q })}
        />
      </div>
      <SelectField
        label={t.list.category}
        placeholder={t.list.all}
        choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.category}
        onValue={(category) => set({ category })}
      />
      <SelectField
        label={t.list.state}
        placeholder={t.list.every}
        choices={(['draft', 'published', 'changed'] as const).map((value) => ({
          value,
          label: t.state[value],
        }))}
        value={filter.state}
        onValue={(state) => set({ state: state as ListFilter['state'] })}
      />
      <SelectField
        label={t.list.audience}
        placeholder={t.list.all}
        choices={(['public', 'internal'] as const).map((value) => ({ value, label: t.audience[value] }))}
        value={filter.audience}
        onValue={(audience) => set({ audience: audience as ListFilter['audience'] })}
      />
      <SelectField
        label={t.list.language}
        placeholder={t.list.every}
        choices={[
          { value: '-en', label: t.list.missing.en },
          { value: '-es', label: t.list.missing.es },
          { value: 'es', label: t.list.written.es },
          { value: 'en', label: t.list.written.en },
        ]}
        value={filter.language}
        onValue={(language) => set({ language: language as ListFilter['language'] })}
      />
    </search>
  );
}
