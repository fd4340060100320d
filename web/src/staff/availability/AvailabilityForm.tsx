import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';
import { Button } from '../../design/button/Button';
import { CancelButton } from '../../design/button/CancelButton';
import { CheckField } from '../../design/control/CheckField';
import { TextField } from '../../design/control/TextField';
import { useForm } from '../../design/form/useForm';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions } from '../../design/page/Card';
import { agentsQuery } from '../directory/queries';
import classes from './Availability.module.css';
import { useAvailabilityTexts } from './texts';

interface AvailabilityFormProps {
  agent: Schemas['Agent'];
  /** Whether the agent is the signed-in person. */
  own: boolean;
  onDone: () => void;
  onCancel?: () => void;
}

type Values = { away: boolean; backOn: string };

/** The form to set whether an agent is away or available, with the day of return if it is known (N5). */
export function AvailabilityForm({ agent, own, onDone, onCancel }: AvailabilityFormProps) {
  const t = useAvailabilityTexts();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ away, backOn }: Values) =>
      dataOf(
        api.PUT('/agents/{id}/availability', {
          params: { path: { id: agent.id } },
          body: { away, backOn: away && backOn ? backOn : null },
        }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(agentsQuery.queryKey, (agents) =>
        agents?.map((candidate) =>
          candidate.id === agent.id
            ? { ...candidate, away: saved.away, backOn: saved.backOn ?? undefined }
            : candidate,
        ),
      );
      onDone();
    },
  });
  const { values, set, field, formProps, problem, busy } = useForm<Values>({
    initial: { away: agent.away, backOn: agent.backOn ?? '' },
    request: save,
    onSubmit: save.mutate,
  });

  return (
    <form {...formProps} className={classes.form}>
      {problem && !problem.errorAt('backOn') && <ProblemNotice error={problem} />}
      <CheckField
        label={own ? t.iAmAway : t.isAway}
        hint={own ? t.ownHint : t.hint}
        checked={values.away}
        onChecked={(away) => set({ away })}
      />
      {values.away && (
        <TextField label={t.backOn} hint={t.backOnHint} type="date" {...field('backOn')} optional />
      )}
      <FormActions>
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
        {onCancel && <CancelButton onClick={onCancel} />}
      </FormActions>
    </form>
  );
}
