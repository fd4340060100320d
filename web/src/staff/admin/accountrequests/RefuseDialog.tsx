import { useMutation } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { TextAreaField } from '../../../design/control/TextField';
import { FormDialog } from '../../../design/dialog/FormDialog';
import { useForm } from '../../../design/form/useForm';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { useTexts } from './texts';

interface RefuseDialogProps {
  request: Schemas['AccountRequest'];
  onDecided: () => void;
  onClose: () => void;
}

/** Refuses an account request with a reason, which is mailed (A2). */
export function RefuseDialog({ request, onDecided, onClose }: RefuseDialogProps) {
  const t = useTexts();
  const refuse = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      dataOf(
        api.PUT('/account-requests/{id}/decision', {
          params: { path: { id: request.id } },
          body: { decision: 'refuse', reason },
        }),
      ),
    onSuccess: onDecided,
  });
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: !reason.trim() && t.reasonMissing }),
    request: refuse,
    onSubmit: refuse.mutate,
  });
  return (
    <FormDialog title={t.refuseTitle({ name: request.name })} form={form} submit={t.refuse} onClose={onClose}>
      <TextAreaField
        label={t.reason}
        hint={t.reasonHint({ email: request.email })}
        maxLength={1000}
        {...form.field('reason')}
        data-autofocus=""
        required
      />
      {refuse.error && <ProblemNotice error={refuse.error} />}
    </FormDialog>
  );
}
