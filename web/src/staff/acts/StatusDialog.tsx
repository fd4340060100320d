import { useSettings } from '../../app/useSettings';
import type { Status } from '../../design/badges/Badges';
import { useDesignTexts } from '../../design/texts';
import { ChoiceCards } from '../choice/ChoiceCards';
import { type Wait, WaitFields, waitOf } from '../life/WaitFields';
import { type PriorityAnswer, PriorityQuestion, priorityChange } from '../priority/PriorityQuestion';
import { usePriorityTexts } from '../priority/texts';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './dialogProps';
import { statusesToChoose } from './statusesToChoose';
import { useActsTexts } from './texts';

type Values = Wait & { status: Status | undefined; priority: PriorityAnswer | undefined };

export function StatusDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const d = useDesignTexts();
  const priorityTexts = usePriorityTexts();
  const { settings } = useSettings();
  const asksPriority = (status: Status | undefined) => status === 'resolved' && ticket.priority === null;
  const about = { ...t.statusText, resolved: t.statusText.resolved({ count: settings?.reopenDays ?? 15 }) };
  return (
    <ActDialog<Values>
      ticket={ticket}
      title={t.changeStatus}
      submit={t.changeStatus}
      initial={{ status: undefined, priority: undefined, ...waitOf(ticket) }}
      validate={({ status, priority }) => ({
        priority: asksPriority(status) && !priority && priorityTexts.missing,
      })}
      changeOf={({ status, priority, ...wait }) =>
        status && {
          status,
          ...(status === 'waiting' && wait),
          ...(asksPriority(status) && priorityChange(priority)),
        }
      }
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ChoiceCards
            legend={t.newStatus}
            name="status"
            value={form.values.status}
            onValue={(status) => form.set({ status })}
            choices={statusesToChoose(ticket.actions).map((value) => ({
              value,
              label: d.status[value],
              explanation: about[value],
            }))}
          />
          {asksPriority(form.values.status) && (
            <PriorityQuestion
              error={form.errorOf('priority')}
              value={form.values.priority}
              onValue={(priority) => form.set({ priority })}
            />
          )}
          {form.values.status === 'waiting' && <WaitFields form={form} />}
        </>
      )}
    </ActDialog>
  );
}
