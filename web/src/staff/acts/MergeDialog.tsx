import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { ticketKey } from '../../api/queries';
import { CheckField } from '../../design/control/CheckField';
import { TextField } from '../../design/control/TextField';
import { FormDialog } from '../../design/dialog/FormDialog';
import { useForm } from '../../design/form/useForm';
import { useBaseVersion } from '../conflict/useBaseVersion';
import { ActProblem } from './ActProblem';
import type { DialogProps } from './dialogProps';
import { MergePreview, MergeSuggestions } from './MergePreview';
import { useMergeSuggestions, useMergeTarget } from './mergeTarget';
import { showUpdated } from './showUpdated';
import { useActsTexts } from './texts';

type Merging = Omit<Schemas['Merging'], 'version'>;

/** A dialog that merges the ticket into another one. The merge closes this ticket (G6). */
export function MergeDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const client = useQueryClient();
  const base = useBaseVersion(ticket, true);
  const { number } = ticket;
  // The target for which the server requires a confirmation, because people of another organization would read it.
  const [unconfirmed, setUnconfirmed] = useState<string>();
  const merge = useMutation({
    mutationFn: (merging: Merging) =>
      dataOf(
        api.POST('/tickets/{number}/merge', {
          params: { path: { number } },
          body: { ...merging, version: base.current() },
        }),
      ),
    onSuccess: (updated) => {
      showUpdated(client, ticket, updated);
      void client.invalidateQueries({ queryKey: ticketKey });
      onDone(updated);
    },
    onError: (error, { into }) => {
      base.rebase(error);
      if (asProblem(error).errorAt('acrossOrganizations')) setUnconfirmed(into);
    },
  });
  const form = useForm({
    initial: { into: '', acrossOrganizations: false },
    validate: ({ into }) => ({ into: !into.trim() && t.mergeMissing }),
    request: merge,
    onSubmit: ({ into, acrossOrganizations }) =>
      merge.mutate({ into: into.trim(), ...(unconfirmed === into.trim() && { acrossOrganizations }) }),
  });
  const { problem, values } = form;
  const target = useMergeTarget(values.into);
  const suggestions = useMergeSuggestions(ticket);
  const choose = (into: string) => form.set({ into, acrossOrganizations: false });
  const atField = problem?.errorAt('into') || problem?.errorAt('acrossOrganizations');
  return (
    <FormDialog title={t.merge} form={form} submit={t.merge} loading={target.isPending} onClose={onClose}>
      {problem && !atField && <ActProblem error={problem} />}
      <p>{t.mergeText({ number, name: ticket.requester.name })}</p>
      <p>{t.mergeCarries}</p>
      <MergeSuggestions
        suggestions={suggestions.data ?? []}
        requester={ticket.requester.name}
        onChoose={choose}
      />
      <TextField
        label={t.mergeInto}
        hint={t.mergeHint}
        maxLength={200}
        autoComplete="off"
        {...form.field('into')}
        onValue={choose}
        required
        data-autofocus=""
      />
      {target.found && target.found.number !== number && <MergePreview target={target.found} />}
      {unconfirmed !== undefined && unconfirmed === values.into.trim() && (
        <CheckField
          label={t.acrossOrganizations}
          checked={values.acrossOrganizations}
          onChecked={(acrossOrganizations) => form.set({ acrossOrganizations })}
          error={form.errorOf('acrossOrganizations')}
          required
        />
      )}
    </FormDialog>
  );
}
