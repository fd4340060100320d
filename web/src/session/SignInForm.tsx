import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, dataOf } from '../api/client';
import { Problem } from '../api/problem';
import { Button } from '../design/button/Button';
import { PasswordField, TextField } from '../design/control/TextField';
import { useForm } from '../design/form/useForm';
import { Notice } from '../design/notice/Notice';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { FormActions } from '../design/page/Card';
import { useDesignTexts } from '../design/texts';
import { Lockout } from './Lockout';
import classes from './SignInForm.module.css';
import type { Person } from './sessionQuery';

interface SignInFormProps {
  onSignedIn: (person: Person) => void;
  username?: string;
  /** Content beside the button. */
  aside?: ReactNode;
}

type Credentials = { username: string; password: string };

/**
 * The sign-in form, for a user name or e-mail address and a password (A1). It is shown on the sign-in page, and in the
 * dialog after a session has ended.
 */
export function SignInForm({ onSignedIn, username: initialUsername = '', aside }: SignInFormProps) {
  const t = useDesignTexts().session;
  const signIn = useMutation({
    mutationFn: ({ username, password }: Credentials) =>
      dataOf(api.POST('/session', { body: { username: username.trim(), password } })),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (error instanceof Problem && error.status === 401) {
        formProps.ref.current?.querySelector<HTMLInputElement>('input[name="password"]')?.select();
      }
    },
  });
  const { field, formProps } = useForm<Credentials>({
    initial: { username: initialUsername, password: '' },
    validate: ({ username, password }) => ({
      username: !username.trim() && t.usernameMissing,
      password: !password && t.passwordMissing,
    }),
    request: signIn,
    onSubmit: signIn.mutate,
  });
  const status = signIn.error instanceof Problem ? signIn.error.status : undefined;
  const wait =
    status === 429 && signIn.error instanceof Problem ? (signIn.error.retryAfter ?? 60) : undefined;

  return (
    <form {...formProps} className={classes.form} method="post">
      {status === 401 && (
        <Notice tone="danger" live>
          {t.invalid}
        </Notice>
      )}
      {wait !== undefined && <Lockout seconds={wait} since={signIn.submittedAt} onOver={signIn.reset} />}
      {signIn.error && status !== 401 && status !== 429 && <ProblemNotice error={signIn.error} />}
      <TextField
        label={t.username}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        {...field('username')}
      />
      <PasswordField
        label={t.password}
        name="password"
        autoComplete="current-password"
        data-autofocus={initialUsername ? '' : undefined}
        maxLength={200}
        required
        {...field('password')}
      />
      <FormActions>
        <Button type="submit" busy={signIn.isPending} disabled={wait !== undefined}>
          {t.submit}
        </Button>
        {aside}
      </FormActions>
    </form>
  );
}
