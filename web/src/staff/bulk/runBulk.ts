import { asProblem, type Problem } from '../../api/problem';
import type { Change } from '../acts/useTicketChange';
import type { TicketCard } from '../list/ticketList';

/** The maximum number of concurrent requests. More could exceed the limits of the table and the functions. */
const concurrency = 4;

/**
 * The result for one ticket. `conflict` means that another person changed the ticket, `refused` that the request failed in
 * any other way, and `stopped` that the person stopped the bulk action before this ticket.
 */
export type BulkResult =
  | { state: 'waiting' | 'done' | 'stopped' }
  | { state: 'conflict'; version: number | undefined }
  | { state: 'refused'; reason: string };

export type Patch = (number: string, change: Change & { version: number }) => Promise<unknown>;

export type BulkTicket = Pick<TicketCard, 'number' | 'version' | 'priority'>;
export type ChangeOf = (ticket: BulkTicket) => Change;

interface BulkRun {
  tickets: readonly BulkTicket[];
  changeOf: ChangeOf;
  patch: Patch;
  signal: AbortSignal;
  onResult: (number: string, result: BulkResult) => void;
  /** The reason to show if a refusal has no message. */
  unexplained: string;
}

/**
 * Applies a change to each ticket, on the condition that the ticket still has the version that it had when it was
 * selected. A few requests run at a time. If one fails, the bulk action continues with the other tickets.
 */
export async function runBulk({
  tickets,
  changeOf,
  patch,
  signal,
  onResult,
  unexplained,
}: BulkRun): Promise<void> {
  const queue = [...tickets];
  async function work() {
    for (let ticket = queue.shift(); ticket; ticket = queue.shift()) {
      if (signal.aborted) {
        onResult(ticket.number, { state: 'stopped' });
        continue;
      }
      try {
        await patch(ticket.number, { ...changeOf(ticket), version: ticket.version });
        onResult(ticket.number, { state: 'done' });
      } catch (error) {
        onResult(ticket.number, resultOf(asProblem(error), unexplained));
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work));
}

function resultOf(problem: Problem, unexplained: string): BulkResult {
  if (problem.status === 409 && problem.version !== undefined)
    return { state: 'conflict', version: problem.version };
  return {
    state: 'refused',
    reason: problem.errors[0]?.message || problem.detail || problem.message || unexplained,
  };
}
