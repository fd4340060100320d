import { asProblem, type Problem } from '../../api/problem';
import type { Change } from '../acts/useTicketChange';
import type { TicketCard } from '../list/ticketList';

/** How many changes are under way at once: more would be refused by the table's and the functions' limits sooner than done. */
const atOnce = 4;

/** What became of one ticket: done, changed by somebody meanwhile, refused with why, or not reached before it was stopped. */
export type BulkResult =
  | { state: 'waiting' | 'done' | 'stopped' }
  | { state: 'conflict'; version: number | undefined }
  | { state: 'refused'; why: string };

export type Patch = (number: string, change: Change & { version: number }) => Promise<unknown>;

interface BulkRun {
  tickets: readonly Pick<TicketCard, 'number' | 'version'>[];
  change: Change;
  patch: Patch;
  signal: AbortSignal;
  onResult: (number: string, result: BulkResult) => void;
  /** What is said of a refusal without a text of its own. */
  unexplained: string;
}

/** Makes one change on each ticket by itself, on the version that the person saw, a few at a time; none keeps another from its turn. */
export async function runBulk({
  tickets,
  change,
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
        await patch(ticket.number, { ...change, version: ticket.version });
        onResult(ticket.number, { state: 'done' });
      } catch (error) {
        onResult(ticket.number, resultOf(asProblem(error), unexplained));
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}

function resultOf(problem: Problem, unexplained: string): BulkResult {
  if (problem.status === 409 && problem.version !== undefined)
    return { state: 'conflict', version: problem.version };
  return {
    state: 'refused',
    why: problem.errors[0]?.message || problem.detail || problem.message || unexplained,
  };
}
