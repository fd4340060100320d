import { useState } from 'react';
import { useSettings } from '../../app/useSettings';
import type { Status } from '../../design/badges/Badges';
import { useDesignTexts } from '../../design/texts';
import { ChoiceCards } from '../choice/ChoiceCards';
import { WaitFields, waitOf } from '../life/WaitFields';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './dialogProps';
import { statusesToChoose } from './statusesToChoose';
import { useActsTexts } from './texts';

export function StatusDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const d = useDesignTexts();
  const { settings } = useSettings();
  const [status, setStatus] = useState<Status>();
  const [wait, setWait] = useState(() => waitOf(ticket));
  const about = { ...t.statusText, resolved: t.statusText.resolved({ count: settings?.reopenDays ?? 15 }) };
  return (
    <ActDialog
      ticket={ticket}
      title={t.changeStatus}
      submit={t.changeStatus}
      change={status && { status, ...(status === 'waiting' && wait) }}
      onDone={onDone}
      onClose={onClose}
    >
      <ChoiceCards
        legend={t.newStatus}
        name="status"
        value={status}
        onValue={setStatus}
        choices={statusesToChoose(ticket.actions).map((value) => ({
          value,
          label: d.status[value],
          explanation: about[value],
        }))}
      />
      {status === 'waiting' && <WaitFields wait={wait} onWait={setWait} />}
    </ActDialog>
  );
}
