import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { FormDialog } from '../../design/dialog/FormDialog';
import { useForm } from '../../design/form/useForm';
import { Loaded } from '../../design/states/Loaded';
import { useDesignTexts } from '../../design/texts';
import type { Change } from '../acts/useTicketChange';
import { agentsQuery, departmentsQuery, selectable } from '../directory/queries';
import { type PriorityAnswer, PriorityQuestion, priorityChange } from '../priority/PriorityQuestion';
import type { BulkAction } from './bulkActions';
import type { BulkTicket, ChangeOf } from './runBulk';
import { useTexts } from './texts';

interface BulkFormProps {
  act: BulkAction;
  tickets: readonly BulkTicket[];
  onChange: (changeOf: ChangeOf) => void;
  onClose: () => void;
}

/** The form of a bulk action. A priority that is chosen for Atendido applies to the tickets without a priority (D2). */
export function BulkForm({ act, tickets, onChange, onClose }: BulkFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const count = tickets.length;
  const agents = useQuery({ ...agentsQuery, enabled: act === 'assign' });
  const departments = useQuery({ ...departmentsQuery, enabled: act === 'transfer' });
  const form = useForm({
    initial: { value: '', reason: '', priority: undefined as PriorityAnswer | undefined },
    validate: ({ value, reason, priority }) => ({
      value: !value.trim() && t.missing,
      reason: needsReason(value) && !reason.trim() && t.missing,
      priority: needsPriority(value) && !priority && t.missing,
    }),
    onSubmit: ({ value, priority }) =>
      onChange((ticket) =>
        act === 'priority' && ticket.prioritized
          ? undefined
          : {
              ...changes[act],
              ...(needsPriority(value) && ticket.priority === null && priorityChange(priority)),
            },
      ),
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
    transfer: selectable(departments.data ?? []).map(toChoice),
    priority: (['high', 'medium', 'low'] as const).map((priority) => ({
      value: priority,
      label: d.priority[priority],
    })),
    status: (['open', 'waiting', 'resolved', 'closed'] as const).map((status) => ({
      value: status,
      label: d.status[status],
    })),
  };

  function needsPriority(selected: string) {
    return act === 'status' && selected === 'resolved' && tickets.some(({ priority }) => priority === null);
  }

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
      {needsPriority(value) && (
        <PriorityQuestion
          value={form.values.priority}
          error={form.errorOf('priority')}
          onValue={(priority) => form.set({ priority })}
        />
      )}
    </FormDialog>
  );
}
