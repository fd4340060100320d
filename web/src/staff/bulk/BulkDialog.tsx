import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, dataOf } from '../../api/client';
import { listsKey } from '../../api/queries';
import { Button } from '../../design/button/Button';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { Dialog } from '../../design/dialog/Dialog';
import { FormDialog } from '../../design/dialog/FormDialog';
import { useForm } from '../../design/form/useForm';
import { Icon } from '../../design/icon/Icon';
import { FormActions } from '../../design/page/Card';
import { Loaded } from '../../design/states/Loaded';
import { useDesignTexts } from '../../design/texts';
import type { Change } from '../acts/useTicketChange';
import { agentsQuery, departmentsQuery } from '../directory/queries';
import type { Selection } from '../list/selection';
import type { TicketCard } from '../list/ticketList';
import classes from './Bulk.module.css';
import type { BulkAction } from './bulkActions';
import { type BulkResult, type Patch, runBulk } from './runBulk';
import { useTexts } from './texts';

interface BulkDialogProps {
  act: BulkAction;
  selection: Selection;
  onClose: () => void;
}

const patch: Patch = (number, body) =>
  dataOf(api.PATCH('/tickets/{number}', { params: { path: { number } }, body }));

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
  const lastChange = useRef<Change>(undefined);

  async function run(change: Change, batch: readonly Pick<TicketCard, 'number' | 'version'>[]) {
    lastChange.current = change;
    stop.current = new AbortController();
    setRunning(true);
    setResults(
      (before) =>
        new Map([...(before ?? []), ...batch.map(({ number }) => [number, { state: 'waiting' }] as const)]),
    );
    await runBulk({
      tickets: batch,
      change,
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
        count={tickets.length}
        onChange={(change) => void run(change, tickets)}
        onClose={onClose}
      />
    );
  }
  const finishedCount = [...results.values()].filter(({ state }) => state !== 'waiting').length;
  const done = [...results.values()].filter(({ state }) => state === 'done').length;
  const failed = tickets.flatMap((ticket) => {
    const result = results.get(ticket.number);
    if (!result || result.state === 'done' || result.state === 'waiting') return [];
    return [
      { number: ticket.number, version: (result.state === 'conflict' && result.version) || ticket.version },
    ];
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

interface BulkFormProps {
  act: BulkAction;
  count: number;
  onChange: (change: Change) => void;
  onClose: () => void;
}

function BulkForm({ act, count, onChange, onClose }: BulkFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const agents = useQuery({ ...agentsQuery, enabled: act === 'assign' });
  const departments = useQuery({ ...departmentsQuery, enabled: act === 'transfer' });
  const form = useForm({
    initial: { value: '', reason: '' },
    validate: ({ value, reason }) => ({
      value: !value.trim() && t.missing,
      reason: needsReason(value) && !reason.trim() && t.missing,
    }),
    onSubmit: () => onChange(changes[act]),
  });
  const { field } = form;
  const { value, reason } = form.values;
  const toChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const waits = act === 'status' && value === 'waiting';
  const changes: Record<BulkAction, Change> = {
    assign: { assigneeId: value === 'none' ? null : value },
    transfer: { departmentId: value, reason: reason.trim() },
    priority: { priority: value as 'high' },
    status: {
      status: value as 'open',
      ...(waits && { waitingFor: 'requester', waitingReason: reason.trim() }),
    },
    tag: {
      addTags: value
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    },
  };
  const queries = { assign: [agents], transfer: [departments], priority: [], status: [], tag: [] }[act];
  const choices = {
    assign: [{ value: 'none', label: t.nobody }, ...(agents.data ?? []).map(toChoice)],
    transfer: (departments.data ?? []).map(toChoice),
    priority: (['high', 'medium', 'low'] as const).map((priority) => ({
      value: priority,
      label: d.priority[priority],
    })),
    status: (['open', 'waiting', 'resolved', 'closed'] as const).map((status) => ({
      value: status,
      label: d.status[status],
    })),
  };

  function needsReason(selected: string) {
    return act === 'transfer' || (act === 'status' && selected === 'waiting');
  }

  return (
    <FormDialog
      title={t.actOn({ act: t.acts[act], count })}
      form={form}
      submit={t.apply({ count })}
      loading={queries.some(({ data }) => !data)}
      onClose={onClose}
    >
      {act === 'tag' ? (
        <TextField
          label={t.fields.tag}
          hint={t.tagHint}
          {...field('value')}
          maxLength={200}
          data-autofocus=""
        />
      ) : (
        <Loaded queries={queries}>
          {() => (
            <SelectField
              label={t.fields[act]}
              placeholder={t.choose}
              {...field('value')}
              choices={choices[act]}
              data-autofocus=""
            />
          )}
        </Loaded>
      )}
      {needsReason(value) && (
        <TextField
          label={act === 'transfer' ? t.reason : t.waitingReason}
          {...field('reason')}
          maxLength={200}
        />
      )}
    </FormDialog>
  );
}
