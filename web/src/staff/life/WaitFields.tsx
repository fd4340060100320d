import type { Schemas } from '../../api/client';
import { TextField } from '../../design/control/TextField';
import type { Form } from '../../design/form/useForm';
import { ChoiceCards } from '../choice/ChoiceCards';
import classes from './Life.module.css';
import { useLifeTexts } from './texts';

export interface Wait {
  waitingFor: Schemas['Awaited'];
  waitingReason: string;
}

const reasonLimit = 200;

export function waitOf(ticket: Pick<Schemas['Ticket'], 'wait'>): Wait {
  return { waitingFor: ticket.wait?.for ?? 'requester', waitingReason: ticket.wait?.reason ?? '' };
}

/** The fields to choose who a ticket waits for, and to enter the reason (F2). */
export function WaitFields({ form }: { form: Pick<Form<Wait>, 'values' | 'set' | 'field'> }) {
  const t = useLifeTexts().wait;
  return (
    <div className={classes.fields}>
      <ChoiceCards
        legend={t.legend}
        name="waitingFor"
        value={form.values.waitingFor}
        onValue={(waitingFor) => form.set({ waitingFor })}
        choices={(['requester', 'third-party'] as const).map((value) => ({
          value,
          label: t.names[value],
          explanation: t.explanations[value],
        }))}
      />
      <TextField
        label={t.reason}
        hint={t.reasonHint}
        optional
        maxLength={reasonLimit}
        {...form.field('waitingReason')}
      />
    </div>
  );
}
