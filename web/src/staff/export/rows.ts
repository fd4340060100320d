import type { Schemas } from '../../api/client';
import { formatSortable } from '../../design/dates/format';
import type { Column } from '../list/columns';
import { shownDeadline } from '../list/deadline';
import type { TicketCard } from '../list/ticketList';

/** The facts that every export has after the columns of the list. */
const facts = ['firstResponse', 'resolution', 'rating', 'stopped'] as const;
export type Fact = (typeof facts)[number];

/** The statuses of tickets with a resolution. A reopened ticket still has the time of its last resolution. */
const attended: readonly Schemas['Status'][] = ['resolved', 'closed'];

/** Returns the first row: the names of the columns. */
export function headOf(
  columns: readonly Column[],
  names: Readonly<Record<Column | 'number' | 'subject', string>>,
  factNames: Readonly<Record<Fact, string>>,
): string[] {
  return [
    names.number,
    names.subject,
    ...columns.map((column) => names[column]),
    ...facts.map((fact) => factNames[fact]),
  ];
}

interface Names {
  status: Readonly<Record<Schemas['Status'], string>>;
  priority: Readonly<Record<Schemas['Priority'] | 'unset', string>>;
  entityName: (code: Schemas['Entity']) => string;
  /** The desk's time zone, so that the files of all people have the same dates. */
  timeZone: string;
}

/** Returns the row of a card that was requested with `details`. */
export function rowOf(card: TicketCard, columns: readonly Column[], names: Names): string[] {
  const date = (at: string | null | undefined) => (at ? formatSortable(at, names.timeZone) : '');
  const cells: Record<Column | Fact, string> = {
    status: names.status[card.status],
    priority: names.priority[card.priority ?? 'unset'],
    agent: card.assignee?.name ?? '',
    department: card.department.name,
    requester: card.requester.name,
    entity: names.entityName(card.entity),
    topic: card.topic.name,
    tags: (card.tags ?? []).join(' '),
    due: date(shownDeadline(card)),
    created: date(card.createdAt),
    activity: date(card.updatedAt),
    firstResponse: date(card.firstResponse?.at),
    resolution: attended.includes(card.status) ? date(card.resolvedAt) : '',
    rating: String(card.score ?? ''),
    stopped: String(card.stoppedMinutes ?? ''),
  };
  return [card.number, card.subject, ...[...columns, ...facts].map((column) => cells[column])];
}
