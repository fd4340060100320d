import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../api/client';
import { ticketKey } from '../api/queries';
import { announce } from '../design/announce/announce';
import { SelectField } from '../design/control/SelectField';
import { FieldDialog } from '../design/dialog/FieldDialog';
import { useTexts } from './texts';

type Kind = Schemas['NewLink']['kind'];

const selectableKinds: readonly Kind[] = ['related', 'duplicate-of', 'caused-by', 'causes'];

export function LinkDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>('related');
  const addLink = useMutation({
    mutationFn: (other: string) =>
      dataOf(
        api.POST('/tickets/{number}/links', {
          params: { path: { number } },
          body: { kind, number: other },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ticketKey });
      announce(t.added);
      onClose();
    },
  });
  return (
    <FieldDialog
      title={t.add}
      name="number"
      label={t.number}
      hint={t.numberHint}
      missing={t.missing}
      maxLength={40}
      submit={t.submit}
      send={addLink}
      onClose={onClose}
    >
      <SelectField
        label={t.kind}
        value={kind}
        onValue={(value) => setKind(value as Kind)}
        choices={selectableKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
    </FieldDialog>
  );
}
