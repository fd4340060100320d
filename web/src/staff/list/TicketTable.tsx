import { Link } from 'wouter';
import { PriorityBadge, StatusBadge } from '../../design/badges/Badges';
import { Moment } from '../../design/dates/Moment';
import { useEntityName } from '../desk/queries';
import { CardLife } from '../life/CardLife';
import { type ListSource, routes } from '../routes';
import { TagChips } from '../tags/TagChips';
import { useTexts } from '../texts';
import { Due } from './Due';
import { statusIsNews } from './statusIsNews';
import classes from './TicketTable.module.css';
import type { TicketCard } from './ticketList';
import { rowId } from './useListKeys';

interface TicketTableProps {
  source: ListSource;
  tickets: readonly TicketCard[];
  label: string;
}

/** The whole window's width: everything about a ticket in one row. The number's link covers the row. */
export function TicketTable({ source, tickets, label }: TicketTableProps) {
  const t = useTexts();
  const entityName = useEntityName();
  const columns = t.list.columns;
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.department}</th>
          <th scope="col">{columns.priority}</th>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.activity}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <tr key={ticket.number}>
            <td>
              <Link
                href={routes.ticketIn(source, ticket.number)}
                className={classes.number}
                id={rowId(ticket.number)}
              >
                {ticket.number}
              </Link>
              {statusIsNews(source, ticket.status) && <StatusBadge status={ticket.status} />}
            </td>
            <td>
              <span className={classes.subject}>{ticket.subject}</span>
              <span className={classes.soft}>
                {ticket.requester.name} · {entityName(ticket.entity)}
              </span>
              <TagChips tags={ticket.tags} />
            </td>
            <td>
              {ticket.department.name}
              <span className={classes.soft}>{ticket.assignee?.name ?? t.list.unassigned}</span>
            </td>
            <td>
              <PriorityBadge priority={ticket.priority} />
            </td>
            <td>
              <Due ticket={ticket} />
              <CardLife ticket={ticket} />
            </td>
            <td>
              <Moment at={ticket.updatedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
