import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { answer, api } from '../api/client';
import { Problem } from '../api/problem';
import { Button } from '../design/button/Button';
import { focusFirstInvalid } from '../design/control/focusFirstInvalid';
import { PasswordField, TextField } from '../design/control/TextField';
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
  /** Beside the button. */
  aside?: ReactNode;
}

/** A1: user name or e-mail address, and password. Used by the page and wherever a session ended. */
export function SignInForm({ onSignedIn, username: known = '', aside }: SignInFormProps) {
  const t = useDesignTexts().session;
  const form = useRef<HTMLFormElement>(null);
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: () => answer(api.POST('/session', { body: { username: username.trim(), password } })),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (error instanceof Problem && error.status === 401) {
        form.current?.querySelector<HTMLInputElement>('input[name="password"]')?.select();
      }
    },
  });
  const status = signIn.error instanceof Problem ? signIn.error.status : undefined;
  const wait =
    status === 429 && signIn.error instanceof Problem ? (signIn.error.retryAfter ?? 60) : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (signIn.isPending || wait !== undefined) return;
    setTried(true);
    if (!username.trim() || !password) focusFirstInvalid(form.current);
    else signIn.mutate();
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className={classes.form} method="post">
      {status === 401 && (
        <Notice tone="danger" live>
          {t.wrong}
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
        value={username}
        onValue={setUsername}
        error={tried && !username.trim() ? t.usernameMissing : undefined}
      />
      <PasswordField
        label={t.password}
        name="password"
        autoComplete="current-password"
        data-autofocus={known ? '' : undefined}
        maxLength={200}
        required
        value={password}
        onValue={setPassword}
        error={tried && !password ? t.passwordMissing : undefined}
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
