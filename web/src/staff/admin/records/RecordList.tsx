import { type ReactNode, useState } from 'react';
import { LinkButton } from '../../../design/button/Button';
import { type Choice, SelectField } from '../../../design/control/SelectField';
import type { IconName } from '../../../design/icon/Icon';
import { Rows } from '../../../design/list/Rows';
import { fold } from '../../../design/search/fold';
import { SearchBox } from '../../../design/search/SearchBox';
import { EmptyState } from '../../../design/states/States';
import list from '../../knowledge/List.module.css';
import { routes } from '../../routes';
import classes from './Records.module.css';
import { useRecordTexts } from './texts';

export interface RecordRow {
  id: string;
  name: string;
  /** What the row shows below the name. */
  facts: readonly ReactNode[];
  /** Whether the record is active. Undefined if its kind has no retired records. */
  active?: boolean;
}

/** A search on the server. Without it, the list filters its rows. */
interface ListSearch {
  value: string;
  onValue: (text: string) => void;
  /** The label of the box, if it is not «Buscar por nombre». */
  label?: string;
}

interface RecordListProps {
  /** The path of the section. */
  path: string;
  label: string;
  rows: readonly RecordRow[];
  add: string;
  empty: { icon: IconName; title: string; text: string };
  search?: ListSearch;
  /** Filters beside the search box. */
  filters?: ReactNode;
  /** Shown below the rows, such as a button for the next page. */
  children?: ReactNode;
}

export const newRecordPath = 'nuevo';

/** Lists the records of a section, with a search and, if records can be retired, a filter by status. */
export function RecordList({ path, label, rows, add, empty, search, filters, children }: RecordListProps) {
  const t = useRecordTexts();
  const [typed, setTyped] = useState('');
  const [status, setStatus] = useState('active');
  const addButton = (
    <LinkButton icon="plus" href={routes.admin(path, newRecordPath)}>
      {add}
    </LinkButton>
  );
  const { label: boxLabel = t.search, ...box } = search ?? {
    value: typed,
    onValue: setTyped,
    label: t.search,
  };
  if (rows.length === 0 && !box.value && !filters) {
    return (
      <EmptyState icon={empty.icon} title={empty.title} actions={addButton}>
        {empty.text}
      </EmptyState>
    );
  }
  const statuses: Choice[] = (['active', 'retired', 'all'] as const).map((value) => ({
    value,
    label: t.statuses[value],
  }));
  const retires = rows.some(({ active }) => active !== undefined);
  const words = fold(typed.trim());
  const shown = rows.filter(
    ({ name, active }) =>
      (!retires || status === 'all' || active === (status === 'active')) &&
      (search !== undefined || fold(name).includes(words)),
  );
  return (
    <div className={classes.page}>
      <search className={classes.tools}>
        <SearchBox label={boxLabel} placeholder={boxLabel} {...box} />
        {filters}
        {retires && <SelectField label={t.status} choices={statuses} value={status} onValue={setStatus} />}
        {addButton}
      </search>
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t.nothing}>
          {t.nothingText}
        </EmptyState>
      ) : (
        <Rows aria-label={label}>
          {shown.map(({ id, name, facts, active }) => (
            <li key={id} className={list.row}>
              <h2 className={list.title}>{name}</h2>
              <div className={list.badges}>
                {active === false && <span className={classes.badge}>{t.retired}</span>}
                <LinkButton
                  small
                  kind="secondary"
                  href={routes.admin(path, id)}
                  aria-label={t.edit({ name })}
                >
                  {t.editShort}
                </LinkButton>
              </div>
              <p className={list.facts}>
                {facts.map((fact, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a row have a fixed order
                  <span key={index}>{fact}</span>
                ))}
              </p>
            </li>
          ))}
        </Rows>
      )}
      {children}
    </div>
  );
}
