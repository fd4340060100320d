import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { Button, LinkButton } from '../../design/button/Button';
import { TextField } from '../../design/control/TextField';
import { useForm } from '../../design/form/useForm';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from './texts';

/** The page «¿Olvidó su contraseña?» (A10). Its result does not show whether the account exists. */
export default function ForgottenPasswordPage() {
  const t = useTexts().forgotten;
  const send = useMutation({
    mutationFn: ({ login }: { login: string }) =>
      dataOf(api.POST('/password-resets', { body: { login: login.trim() } })),
  });
  const form = useForm({
    initial: { login: '' },
    validate: ({ login }) => ({ login: !login.trim() && t.missing }),
    request: send,
    onSubmit: send.mutate,
  });
  const back = (
    <LinkButton kind="secondary" href={routes.signIn}>
      {t.back}
    </LinkButton>
  );

  if (send.isSuccess) {
    return (
      <PortalPage title={t.title} width="form">
        <Notice tone="success" live title={t.doneTitle} actions={back}>
          {t.done({ login: form.values.login.trim() })}
        </Notice>
      </PortalPage>
    );
  }
  return (
    <PortalPage title={t.title} lead={t.lead} width="form">
      <FormCard {...form.formProps} method="post">
        <TextField
          {...form.field('login')}
          name="login"
          label={t.login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        {send.error && <ProblemNotice error={send.error} />}
        <FormActions>
          <Button type="submit" busy={form.busy}>
            {t.submit}
          </Button>
          {back}
        </FormActions>
      </FormCard>
    </PortalPage>
  );
}
