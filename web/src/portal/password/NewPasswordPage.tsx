import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { api, dataOf } from '../../api/client';
import { Problem } from '../../api/problem';
import { Button, LinkButton } from '../../design/button/Button';
import { PasswordField } from '../../design/control/TextField';
import { useForm } from '../../design/form/useForm';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import { ErrorState, Skeleton } from '../../design/states/States';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { LinkGone } from './LinkGone';
import { useTexts } from './texts';

/** Stands for the token in the address after the token was moved. */
const moved = 'nueva';

/** The minimum length in the contract. The server also rejects common passwords and the person's name. */
const minLength = 12;

/**
 * The page of a mailed link, where a person chooses a password (A2, A10). It moves the token from the address to the state of the
 * browser's history, so that the address bar and the history do not show it, and a reload still works.
 */
export default function NewPasswordPage({ token: inAddress }: { token: string }) {
  const t = useTexts().choose;
  const [, navigate] = useLocation();
  const stored = useHistoryState<{ token?: string } | null>()?.token;
  const isMoved = inAddress === moved;
  const token = isMoved ? (stored ?? '') : inAddress;
  useEffect(() => {
    if (!isMoved) navigate(routes.newPassword(moved), { replace: true, state: { token } });
  }, [isMoved, token, navigate]);

  const path = { token: token || 'none' };
  const link = useQuery({
    queryKey: ['password-reset', token],
    queryFn: ({ signal }) => dataOf(api.GET('/password-resets/{token}', { params: { path }, signal })),
    retry: (count, error) => count < 2 && error instanceof Problem && error.temporary,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const save = useMutation({
    mutationFn: (body: { password: string }) =>
      dataOf(api.PUT('/password-resets/{token}', { params: { path }, body })),
  });
  const form = useForm({
    initial: { password: '' },
    validate: ({ password }) => ({ password: password.length < minLength && t.short }),
    request: save,
    onSubmit: save.mutate,
  });

  const gone = [save.error, link.error].find(isGone);
  if (save.isSuccess) {
    return (
      <PortalPage title={t.title} width="form">
        <Notice
          tone="success"
          live
          title={t.doneTitle}
          actions={<LinkButton href={routes.signIn}>{t.signIn}</LinkButton>}
        >
          {t.done}
        </Notice>
      </PortalPage>
    );
  }
  if (gone) return <LinkGone problem={gone} />;
  if (!link.data) {
    return (
      <PortalPage title={t.title} width="form">
        {link.error ? (
          <ErrorState error={link.error} onRetry={() => void link.refetch()} />
        ) : (
          <Skeleton size="block" />
        )}
      </PortalPage>
    );
  }
  const { username } = link.data;
  return (
    <PortalPage title={t.title} lead={t.lead({ username })} width="form">
      <FormCard {...form.formProps} method="post">
        {/* The hidden user name tells password managers to which account the password belongs. */}
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        <PasswordField
          {...form.field('password')}
          name="password"
          label={t.password}
          hint={t.hint}
          autoComplete="new-password"
          maxLength={200}
          required
        />
        {save.error && <ProblemNotice error={save.error} />}
        <FormActions>
          <Button type="submit" busy={form.busy}>
            {t.submit}
          </Button>
        </FormActions>
      </FormCard>
    </PortalPage>
  );
}

function isGone(error: unknown): error is Problem {
  return error instanceof Problem && (error.status === 404 || error.status === 410);
}
