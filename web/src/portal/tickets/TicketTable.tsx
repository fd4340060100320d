import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { StatusBadge } from '../../design/badges/Badges';
import { Moment } from '../../design/dates/Moment';
import { Icon } from '../../design/icon/Icon';
import { useLifeTexts } from '../life/texts';
import { routes } from '../routes';
import { useTexts } from '../texts';
import type { ListState, Sort } from './listState';
import classes from './TicketTable.module.css';

interface TicketTableProps {
  tickets: readonly Schemas['TicketCard'][];
  state: ListState;
  onSort: (sort: Sort) => void;
}

/** Shows the tickets as a table. On narrow screens each row becomes a card. */
export function TicketTable({ tickets, state, onSort }: TicketTableProps) {
  const t = useTexts().tickets;
  const life = useLifeTexts();
  const sortable = !state.query;
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t.table({ filter: t.filters[state.filter] })}</caption>
      <thead>
        <tr>
          <th scope="col">{t.columns.number}</th>
          <SortableHeader name="created" state={state} enabled={sortable} onSort={onSort} />
          <th scope="col">{t.columns.status}</th>
          <th scope="col">{t.columns.subject}</th>
          <th scope="col">{t.columns.department}</th>
          <SortableHeader name="activity" state={state} enabled={sortable} onSort={onSort} />
        </tr>
      </thead>
      <tbody>
        {tickets.map(
          ({ number, createdAt, status, subject, requester, department, updatedAt, waitingFor }) => (
            <tr key={number}>
              <td className={classes.number}>
                <Link href={routes.ticket(number)}>{number}</Link>
              </td>
              <td className={classes.created}>
                <CellLabel text={t.columns.created} />
                <Moment at={createdAt} dateOnly />
              </td>
              <td className={classes.status}>
                <StatusBadge status={status} />
              </td>
              <td className={classes.subject}>
                {subject}
                {waitingFor === 'requester' && state.scope !== 'organization' && (
                  <span className={classes.awaited}>{life.wait.titles.requester}</span>
                )}
                {state.scope === 'organization' && (
                  <span className={classes.requester}>
                    <span className="visually-hidden">{t.openedBy}</span> {requester.name}
                  </span>
                )}
              </td>
              <td className={classes.department}>
                <CellLabel text={t.columns.department} />
                {department.name}
              </td>
              <td className={classes.activity}>
                <CellLabel text={t.columns.activity} />
                <Moment at={updatedAt} />
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** The column's name before the value of a cell. It is shown only in cards. */
function CellLabel({ text }: { text: string }) {
  return (
    <span className={classes.cellLabel} aria-hidden="true">
      {text}
    </span>
  );
}

interface SortableHeaderProps {
  name: 'created' | 'activity';
  state: ListState;
  enabled: boolean;
  onSort: (sort: Sort) => void;
}

function SortableHeader({ name, state, enabled, onSort }: SortableHeaderProps) {
  const t = useTexts().tickets;
  const label = t.columns[name];
  if (!enabled) return <th scope="col">{label}</th>;
  const newest = state.sort === name;
  const oldest = state.sort === `-${name}`;
  return (
    <th scope="col" aria-sort={newest ? 'descending' : oldest ? 'ascending' : undefined}>
      <button
        type="button"
        className={classes.sort}
        data-active={newest || oldest || undefined}
        title={newest ? t.sortOldest({ column: label }) : t.sortNewest({ column: label })}
        onClick={() => onSort(newest ? `-${name}` : name)}
      >
        {label}
        <Icon name={oldest ? 'chevronUp' : 'chevronDown'} />
      </button>
    </th>
  );
}
