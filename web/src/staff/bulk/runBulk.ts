import { asProblem, type Problem } from '../../api/problem';
import type { Change } from '../acts/useTicketChange';
import type { TicketCard } from '../list/ticketList';

/** The maximum number of concurrent requests. More could exceed the limits of the table and the functions. */
const concurrency = 4;

/**
 * The result for one ticket. `conflict` means that another person changed the ticket, `prioritized` that another person set the
 * priority that a retry would overwrite, `refused` that the request failed in any other way, and `stopped` that the person
 * stopped the bulk action before this ticket.
 */
export type BulkResult =
  | { state: 'waiting' | 'done' | 'stopped' | 'conflict' | 'prioritized' }
  | { state: 'refused'; reason: string };

export type Patch = (number: string, change: Change & { version: number }) => Promise<unknown>;

export type BulkTicket = Pick<TicketCard, 'number' | 'version' | 'priority'> & {
  /** Whether another person set the priority after the ticket was selected. */
  prioritized?: boolean;
};
/** Returns the change of a ticket, or undefined if the change would overwrite a priority that another person set meanwhile. */
export type ChangeOf = (ticket: BulkTicket) => Change | undefined;

interface BulkRun {
  tickets: readonly BulkTicket[];
  changeOf: ChangeOf;
  /** Returns a ticket as the server has it now. It is set for a retry. */
  current?: (ticket: BulkTicket) => Promise<BulkTicket>;
  patch: Patch;
  signal: AbortSignal;
  onResult: (number: string, result: BulkResult) => void;
  /** The reason to show if a refusal has no message. */
  unexplained: string;
}

/**
 * Applies a change to each ticket, on the condition that the ticket still has the version that it had when it was
 * selected, or that `current` returns. A few requests run at a time. If one fails, the bulk action continues with the other tickets.
 */
export async function runBulk({
  tickets,
  changeOf,
  current = (ticket) => Promise.resolve(ticket),
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
        const latest = await current(ticket);
        const change = changeOf(latest);
        if (change) await patch(ticket.number, { ...change, version: latest.version });
        onResult(ticket.number, { state: change ? 'done' : 'prioritized' });
      } catch (error) {
        onResult(ticket.number, resultOf(asProblem(error), unexplained));
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work));
}

function resultOf(problem: Problem, unexplained: string): BulkResult {
  if (problem.status === 409 && problem.version !== undefined) return { state: 'conflict' };
  return {
    state: 'refused',
    reason: problem.errors[0]?.message || problem.detail || problem.message || unexplained,
  };
}
