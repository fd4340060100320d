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
import { useTexts } from '../texts';

const empty = { name: '', email: '', organization: '', phone: '' };
type Values = typeof empty;

/** The page «Solicitar alta» (A2). */
export function AccountRequestPage() {
  const t = useTexts();
  const send = useMutation({
    mutationFn: (body: Values) => dataOf(api.POST('/account-requests', { body })),
  });
  const form = useForm({
    initial: empty,
    validate: ({ name, email, organization, phone }) => ({
      name: !name.trim() && t.form.missing.name,
      email: !/^\S+@\S+\.\S+$/.test(email.trim()) && t.form.missing.email,
      organization: !organization.trim() && t.form.missing.organization,
      phone: phone.replace(/\D/g, '').length < 7 && t.form.missing.phone,
    }),
    request: send,
    onSubmit: send.mutate,
  });
  const field = (name: keyof Values) => ({
    ...form.field(name),
    name,
    label: t.accountRequest[name],
    required: true,
  });

  if (send.isSuccess) {
    return (
      <PortalPage title={t.accountRequest.title} width="form">
        <Notice
          tone="success"
          live
          title={t.accountRequest.doneTitle}
          actions={
            <LinkButton kind="secondary" href={routes.home}>
              {t.accountRequest.backHome}
            </LinkButton>
          }
        >
          {t.accountRequest.done({ email: form.values.email.trim() })}
        </Notice>
      </PortalPage>
    );
  }

  return (
    <PortalPage title={t.accountRequest.title} lead={t.accountRequest.lead} width="form">
      <FormCard {...form.formProps} method="post">
        <TextField {...field('name')} autoComplete="name" maxLength={120} />
        <TextField {...field('email')} type="email" autoComplete="email" maxLength={254} />
        <TextField
          {...field('organization')}
          hint={t.accountRequest.organizationHint}
          autoComplete="organization"
          maxLength={200}
        />
        <TextField {...field('phone')} type="tel" autoComplete="tel" maxLength={40} />
        {send.error && <ProblemNotice error={send.error} />}
        <FormActions>
          <Button type="submit" busy={form.busy}>
            {t.accountRequest.submit}
          </Button>
        </FormActions>
      </FormCard>
    </PortalPage>
  );
}
