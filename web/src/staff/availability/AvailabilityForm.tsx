import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { answer, api, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { Button } from '../../design/button/Button';
import { CheckField } from '../../design/control/CheckField';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { TextField } from '../../design/control/TextField';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions } from '../../design/page/Card';
import { agentsQuery } from '../desk/queries';
import { useTexts } from '../texts';
import classes from './Availability.module.css';

interface AvailabilityFormProps {
  agent: Schemas['Agent'];
  /** About oneself, not somebody else. */
  own: boolean;
  onDone: () => void;
  onCancel?: () => void;
}

/** D1: «Ausente / Disponible», with the day of return if it is known. */
export function AvailabilityForm({ agent, own, onDone, onCancel }: AvailabilityFormProps) {
  const t = useTexts().availability;
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [away, setAway] = useState(agent.away);
  const [backOn, setBackOn] = useState(agent.backOn ?? '');
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/agents/{id}/availability', {
          params: { path: { id: agent.id } },
          body: { away, backOn: away && backOn ? backOn : null },
        }),
      ),
    onSuccess: (kept) => {
      client.setQueryData(agentsQuery.queryKey, (agents) =>
        agents?.map((one) =>
          one.id === agent.id ? { ...one, away: kept.away, backOn: kept.backOn ?? undefined } : one,
        ),
      );
      onDone();
    },
    onError: () => focusFirstInvalid(form.current),
  });
  const refused = save.error ? asProblem(save.error).fieldErrors : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  return (
    <form ref={form} noValidate className={classes.form} onSubmit={submit}>
      {save.error && !refused.backOn && <ProblemNotice error={save.error} />}
      <CheckField
        label={own ? t.iAmAway : t.isAway}
        hint={own ? t.ownHint : t.hint}
        checked={away}
        onChecked={setAway}
      />
      {away && (
        <TextField
          label={t.backOn}
          hint={t.backOnHint}
          type="date"
          value={backOn}
          onValue={setBackOn}
          error={refused.backOn}
          optional
        />
      )}
      <FormActions>
        <Button type="submit" busy={save.isPending}>
          {t.save}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t.cancel}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
