import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { answer, api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { Button, LinkButton } from '../../design/button/Button';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { TextField } from '../../design/control/TextField';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from '../texts';

const empty = { name: '', email: '', organization: '', phone: '' };
type Values = typeof empty;

/** A2: «Solicitar alta». */
export function AccountRequestPage() {
  const t = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Values>(empty);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (body: Values) => answer(api.POST('/account-requests', { body })),
    onError: () => focusFirstInvalid(form.current),
  });
  const missing = tried ? check(values) : {};
  const refused = send.error ? asProblem(send.error).fieldErrors : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    if (send.isPending) return;
    setTried(true);
    if (Object.keys(check(values)).length > 0) focusFirstInvalid(form.current);
    else send.mutate(values);
  }

  function check({ name, email, organization, phone }: Values): Partial<Values> {
    const problems: Partial<Values> = {};
    if (!name.trim()) problems.name = t.form.missing.name;
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) problems.email = t.form.missing.email;
    if (!organization.trim()) problems.organization = t.form.missing.organization;
    if (phone.replace(/\D/g, '').length < 7) problems.phone = t.form.missing.phone;
    return problems;
  }

  const field = (name: keyof Values) => ({
    name,
    label: t.accountRequest[name],
    value: values[name],
    onValue: (value: string) => setValues({ ...values, [name]: value }),
    error: missing[name] ?? refused[name],
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
          {t.accountRequest.done({ email: values.email.trim() })}
        </Notice>
      </PortalPage>
    );
  }

  return (
    <PortalPage title={t.accountRequest.title} lead={t.accountRequest.lead} width="form">
      <FormCard ref={form} onSubmit={submit} method="post">
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
          <Button type="submit" busy={send.isPending}>
            {t.accountRequest.submit}
          </Button>
        </FormActions>
      </FormCard>
    </PortalPage>
  );
}
