import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { PriorityBadge, StatusBadge } from '../../design/badges/Badges';
import { Moment } from '../../design/dates/Moment';
import { useEntityName } from '../directory/queries';
import { CardLife } from '../life/CardLife';
import { TimeLeft } from '../life/TimeLeft';
import { type ListSource, routes } from '../routes';
import { TagChips } from '../tags/TagChips';
import { useTexts } from '../texts';
import { UnreadDot } from '../unread/UnreadDot';
import { Due } from './Due';
import { shownDeadline } from './deadline';
import { needsStatusBadge } from './needsStatusBadge';
import { SelectTicket } from './SelectTicket';
import type { Selection } from './selection';
import classes from './TicketCards.module.css';
import type { TicketCard } from './ticketList';
import { rowId } from './useListKeys';

interface TicketCardsProps {
  source: ListSource;
  tickets: readonly TicketCard[];
  label: string;
  /** The number of the ticket that is open beside the list. */
  opened: string | undefined;
  /** Undefined if there are no bulk actions. */
  selection: Selection | undefined;
}

/** Shows the list as cards, beside an open ticket and on narrow screens. */
export function TicketCards({ source, tickets, label, opened, selection }: TicketCardsProps) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another ticket is opened
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return (
    <ul ref={list} className={classes.list} aria-label={label}>
      {tickets.map((ticket) => (
        <Card
          key={ticket.number}
          source={source}
          ticket={ticket}
          opened={ticket.number === opened}
          selection={selection}
        />
      ))}
    </ul>
  );
}

interface CardProps {
  source: ListSource;
  ticket: TicketCard;
  opened: boolean;
  selection: Selection | undefined;
}

function Card({ source, ticket, opened, selection }: CardProps) {
  const t = useTexts();
  const entityName = useEntityName();
  const deadline = shownDeadline(ticket);
  return (
    <li
      className={classes.card}
      data-opened={opened || undefined}
      data-picked={selection?.picked.has(ticket.number) || undefined}
    >
      <div className={classes.line}>
        <span className={classes.head}>
          {selection && <SelectTicket ticket={ticket} selection={selection} />}
          <span className={classes.number}>{ticket.number}</span>
        </span>
        <PriorityBadge priority={ticket.priority} />
      </div>
      <Link
        href={routes.ticketIn(source, ticket.number)}
        className={classes.subject}
        id={rowId(ticket.number)}
        aria-current={opened ? 'true' : undefined}
      >
        <span className="visually-hidden">{ticket.number} </span>
        <UnreadDot ticket={ticket} />
        {ticket.subject}
      </Link>
      <p className={classes.soft}>
        {[ticket.requester.name, entityName(ticket.entity)].filter(Boolean).join(' · ')}
      </p>
      <p className={classes.soft}>
        {ticket.department.name} · {ticket.assignee?.name ?? t.list.unassigned}
      </p>
      <TagChips tags={ticket.tags} />
      <div className={classes.line}>
        <span className={classes.when}>
          {deadline ? (
            <>
              {!ticket.overdue && <span className={classes.soft}>{t.due.label} </span>}
              <Due at={deadline} overdue={ticket.overdue} />
            </>
          ) : (
            <>
              <span className={classes.soft}>{t.list.activity}</span> <Moment at={ticket.updatedAt} />
            </>
          )}
        </span>
        {needsStatusBadge(source, ticket.status) && <StatusBadge status={ticket.status} />}
      </div>
      {ticket.nextDeadline?.for !== 'first-response' && <TimeLeft ticket={ticket} />}
      <CardLife ticket={ticket} />
    </li>
  );
}
