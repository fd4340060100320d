import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { type Answers, ExtraFields } from '../../design/extrafields/ExtraFields';
import { ActDialog } from '../acts/ActDialog';
import type { DialogProps } from '../acts/Acts';
import { useTexts } from '../texts';

/** Staff set right what was answered in the topic's extra fields. */
export function FieldsDialog({
  ticket,
  asked,
  onDone,
  onClose,
}: DialogProps & { asked: readonly Schemas['ExtraField'][] }) {
  const t = useTexts().acts;
  const [changed, setChanged] = useState<Answers>({});
  const kept = Object.fromEntries((ticket.fields ?? []).map(({ id, value }) => [id, value]));
  return (
    <ActDialog
      ticket={ticket}
      title={t.editFields}
      submit={t.saveFields}
      change={Object.keys(changed).length === 0 ? undefined : { fields: changed }}
      onDone={onDone}
      onClose={onClose}
    >
      {(_tried, _errors, nested) => (
        <ExtraFields
          fields={asked}
          answers={{ ...kept, ...changed }}
          onAnswer={(id, answer) => setChanged({ ...changed, [id]: answer })}
          errorOf={(id) => nested[`fields.${id}`]}
        />
      )}
    </ActDialog>
  );
}
