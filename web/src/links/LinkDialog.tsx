import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client';
import { ticketKey } from '../api/queries';
import { announce } from '../design/announce/announce';
import { SelectField } from '../design/control/SelectField';
import { TextField } from '../design/control/TextField';
import { FormDialog } from '../design/dialog/FormDialog';
import { useForm } from '../design/form/useForm';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { useTexts } from './texts';

type Values = Schemas['NewLink'];

const selectableKinds: readonly Values['kind'][] = ['related', 'duplicate-of', 'caused-by', 'causes'];

export default function LinkDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const addLink = useMutation({
    mutationFn: (body: Values) =>
      dataOf(api.POST('/tickets/{number}/links', { params: { path: { number } }, body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ticketKey });
      announce(t.added);
      onClose();
    },
  });
  const form = useForm<Values>({
    initial: { kind: 'related', number: '' },
    validate: (values) => ({ number: !values.number.trim() && t.missing }),
    request: addLink,
    onSubmit: (values) => addLink.mutate({ ...values, number: values.number.trim() }),
  });
  const { field, problem } = form;
  return (
    <FormDialog title={t.add} form={form} submit={t.submit} onClose={onClose}>
      {problem && !problem.errorAt('number') && <ProblemNotice error={problem} />}
      <SelectField
        label={t.kind}
        {...field('kind')}
        onValue={(kind) => form.set({ kind: kind as Values['kind'] })}
        choices={selectableKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <TextField
        label={t.number}
        hint={t.numberHint}
        maxLength={200}
        autoComplete="off"
        {...field('number')}
        required
        data-autofocus=""
      />
    </FormDialog>
  );
}
