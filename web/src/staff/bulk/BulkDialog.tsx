import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, dataOf } from '../../api/client';
import { listsKey, ticketQuery } from '../../api/queries';
import { Button } from '../../design/button/Button';
import { Dialog } from '../../design/dialog/Dialog';
import { Icon } from '../../design/icon/Icon';
import { FormActions } from '../../design/page/Card';
import type { Selection } from '../list/selection';
import type { TicketCard } from '../list/ticketList';
import { moveCounts } from '../queues/counts';
import classes from './Bulk.module.css';
import { BulkForm } from './BulkForm';
import type { BulkAction } from './bulkActions';
import { type BulkResult, type BulkTicket, type ChangeOf, type Patch, runBulk } from './runBulk';
import { useTexts } from './texts';

interface BulkDialogProps {
  act: BulkAction;
  selection: Selection;
  onClose: () => void;
}

/**
 * Applies one change to all selected tickets. It shows first the form, then the progress and the result for each ticket
 * (H5).
 */
export default function BulkDialog({ act, selection, onClose }: BulkDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const [tickets] = useState(() => [...selection.picked.values()]);
  const [results, setResults] = useState<ReadonlyMap<string, BulkResult>>();
  const [running, setRunning] = useState(false);
  const stop = useRef<AbortController>(undefined);
  // Leaving the page stops the bulk action.
  useEffect(() => () => stop.current?.abort(), []);
  const lastChange = useRef<ChangeOf>(undefined);

  const patch: Patch = async (number, body) => {
    const updated = await dataOf(api.PATCH('/tickets/{number}', { params: { path: { number } }, body }));
    moveCounts(client, selection.picked.get(number)?.queues, updated.queues);
  };

  /** Returns a ticket as the server has it now, for a retry. A priority that differs from the selected one was set meanwhile. */
  async function current({ number, priority }: BulkTicket): Promise<BulkTicket> {
    const stored = await client.fetchQuery({ ...ticketQuery(number), staleTime: 0 });
    const { version } = stored;
    return { number, version, priority: stored.priority, prioritized: stored.priority !== priority };
  }

  async function run(changeOf: ChangeOf, batch: readonly BulkTicket[], retried = false) {
    lastChange.current = changeOf;
    stop.current = new AbortController();
    setRunning(true);
    setResults(
      (before) =>
        new Map([...(before ?? []), ...batch.map(({ number }) => [number, { state: 'waiting' }] as const)]),
    );
    await runBulk({
      tickets: batch,
      changeOf,
      ...(retried && { current }),
      patch,
      signal: stop.current.signal,
      unexplained: t.unexplained,
      onResult: (number, result) => setResults((before) => new Map(before).set(number, result)),
    });
    setRunning(false);
    void client.invalidateQueries({ queryKey: listsKey });
  }

  function finish() {
    stop.current?.abort();
    const done = tickets.filter(({ number }) => results?.get(number)?.state === 'done');
    selection.set(done, false);
    onClose();
  }

  if (!results) {
    return (
      <BulkForm
        act={act}
        tickets={tickets}
        onChange={(changeOf) => void run(changeOf, tickets)}
        onClose={onClose}
      />
    );
  }
  const finishedCount = [...results.values()].filter(({ state }) => state !== 'waiting').length;
  const done = [...results.values()].filter(({ state }) => state === 'done').length;
  const stateOf = ({ number }: BulkTicket) => results.get(number)?.state ?? 'waiting';
  const failed = tickets.filter((ticket) => !['done', 'waiting'].includes(stateOf(ticket)));
  const retryable = failed.filter((ticket) => stateOf(ticket) !== 'prioritized');
  return (
    <Dialog title={t.actOn({ act: t.acts[act], count: tickets.length })} onClose={finish} look="wide">
      <p role="status" className={classes.summary}>
        {running
          ? t.progress({ settled: finishedCount, total: tickets.length })
          : failed.length > 0
            ? t.finished.some({ count: done, failed: failed.length })
            : t.finished.all({ count: done })}
      </p>
      <progress
        className={classes.progress}
        max={tickets.length}
        value={finishedCount}
        aria-label={t.progressLabel}
      />
      <ul className={classes.results} aria-label={t.results}>
        {tickets.map((ticket) => (
          <Result key={ticket.number} ticket={ticket} result={results.get(ticket.number)} />
        ))}
      </ul>
      <FormActions>
        {running ? (
          <Button kind="secondary" onClick={() => stop.current?.abort()}>
            {t.stop}
          </Button>
        ) : (
          <>
            <Button onClick={finish}>{t.close}</Button>
            {retryable.length > 0 && (
              <Button
                kind="secondary"
                icon="refresh"
                onClick={() => lastChange.current && void run(lastChange.current, retryable, true)}
              >
                {t.retry({ n: retryable.length })}
              </Button>
            )}
          </>
        )}
      </FormActions>
    </Dialog>
  );
}

function Result({ ticket, result }: { ticket: TicketCard; result: BulkResult | undefined }) {
  const t = useTexts();
  const state = result?.state ?? 'waiting';
  return (
    <li className={classes.result} data-state={state}>
      <Icon name={state === 'done' ? 'checkCircle' : state === 'waiting' ? 'circleDashed' : 'alert'} />
      <span>
        <strong>{ticket.number}</strong> {ticket.subject}
      </span>
      <span className={classes.state}>
        {result?.state === 'refused' ? result.reason : t.states[state === 'refused' ? 'waiting' : state]}
      </span>
    </li>
  );
}
