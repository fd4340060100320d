import { useSettings } from '../../app/useSettings';
import type { Status } from '../../design/badges/Badges';
import { useDesignTexts } from '../../design/texts';
import { ChoiceCards } from '../choice/ChoiceCards';
import { type Wait, WaitFields, waitOf } from '../life/WaitFields';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './dialogProps';
import { statusesToChoose } from './statusesToChoose';
import { useActsTexts } from './texts';

type Values = Wait & { status: Status | undefined };

export function StatusDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const d = useDesignTexts();
  const { settings } = useSettings();
  const about = { ...t.statusText, resolved: t.statusText.resolved({ count: settings?.reopenDays ?? 15 }) };
  return (
    <ActDialog<Values>
      ticket={ticket}
      title={t.changeStatus}
      submit={t.changeStatus}
      initial={{ status: undefined, ...waitOf(ticket) }}
      changeOf={({ status, ...wait }) => status && { status, ...(status === 'waiting' && wait) }}
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
          {form.values.status === 'waiting' && <WaitFields form={form} />}
        </>
      )}
    </ActDialog>
  );
}
