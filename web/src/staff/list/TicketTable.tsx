import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { PriorityBadge, StatusBadge } from '../../design/badges/Badges';
import { useEntityName } from '../directory/queries';
import { CardLife } from '../life/CardLife';
import { type ListSource, routes } from '../routes';
import { TagChips } from '../tags/TagChips';
import { useTexts } from '../texts';
import { UnreadDot } from '../unread/UnreadDot';
import { Ago } from './Ago';
import type { Column } from './columns';
import { DueIn } from './DueIn';
import { SelectAllTickets, SelectTicket } from './SelectTicket';
import type { Selection } from './selection';
import classes from './TicketTable.module.css';
import type { TicketCard } from './ticketList';
import { rowId } from './useListKeys';

interface TicketTableProps {
  source: ListSource;
  tickets: readonly TicketCard[];
  label: string;
  columns: readonly Column[];
  selection: Selection;
}

/**
 * Shows the list as a table over the full width. The link of the number covers the whole row except the
 * checkbox.
 */
export function TicketTable({ source, tickets, label, columns, selection }: TicketTableProps) {
  const t = useTexts().list;
  const cells = useCells();
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={classes.pick}>
              <SelectAllTickets tickets={tickets} selection={selection} />
            </th>
            <th scope="col">{t.columns.number}</th>
            <th scope="col">{t.columns.subject}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tickets.map((ticket) => {
            return (
              <tr key={ticket.number} data-picked={selection.picked.has(ticket.number) || undefined}>
                <td className={classes.pick}>
                  <SelectTicket ticket={ticket} selection={selection} />
                </td>
                <td>
                  <Link
                    href={routes.ticketIn(source, ticket.number)}
                    className={classes.number}
                    id={rowId(ticket.number)}
                  >
                    {ticket.number}
                  </Link>
                </td>
                <td className={classes.subjectCell}>
                  <span className={classes.subject} title={ticket.subject}>
                    <UnreadDot ticket={ticket} />
                    {ticket.subject}
                  </span>
                  {!columns.includes('requester') && (
                    <span className={classes.soft}>{cells.requester(ticket)}</span>
                  )}
                </td>
                {columns.map((column) => (
                  <td key={column} className={classes[column]}>
                    {cells[column](ticket)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function useCells(): Record<Column, (ticket: TicketCard) => ReactNode> {
  const t = useTexts().list;
  const entityName = useEntityName();
  return {
    status: ({ status }) => <StatusBadge status={status} />,
    priority: ({ priority }) => <PriorityBadge priority={priority} />,
    agent: ({ assignee }) => assignee?.name ?? <span className={classes.none}>{t.unassigned}</span>,
    department: ({ department }) => department.name,
    requester: ({ requester }) => requester.name,
    entity: ({ entity }) => entityName(entity),
    topic: ({ topic }) => topic.name,
    tags: ({ tags }) => <TagChips tags={tags} />,
    due: (ticket) => (
      <>
        <DueIn ticket={ticket} />
        <CardLife ticket={ticket} />
      </>
    ),
    created: ({ createdAt }) => <Ago at={createdAt} />,
    activity: ({ updatedAt }) => <Ago at={updatedAt} />,
  };
}
