import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, dataOf } from '../../api/client';
import { listsKey } from '../../api/queries';
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

  async function run(changeOf: ChangeOf, batch: readonly BulkTicket[]) {
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
  const failed = tickets.flatMap((ticket) => {
    const result = results.get(ticket.number);
    if (!result || result.state === 'done' || result.state === 'waiting') return [];
    return [{ ...ticket, version: (result.state === 'conflict' && result.version) || ticket.version }];
  });
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
            {failed.length > 0 && (
              <Button
                kind="secondary"
                icon="refresh"
                onClick={() => lastChange.current && void run(lastChange.current, failed)}
              >
                {t.retry({ n: failed.length })}
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
