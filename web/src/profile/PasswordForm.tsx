import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { answer, api } from '../api/client';
import { asProblem } from '../api/problem';
import { Button } from '../design/button/Button';
import { focusFirstInvalid } from '../design/control/focusFirstInvalid';
import { PasswordField } from '../design/control/TextField';
import { Notice } from '../design/notice/Notice';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../design/page/Card';
import classes from './Profile.module.css';
import { useTexts } from './texts';

// The contract's own limit; the server knows more (common passwords, the person's name).
const shortest = 12;

/** Another password, for who knows the present one (A3). */
export function PasswordForm({ username }: { username: string }) {
  const t = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => answer(api.PUT('/profile/password', { body: { current, new: next } })),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setTried(false);
    },
    onError: () => focusFirstInvalid(form.current),
  });
  const refused = change.error ? asProblem(change.error).fieldErrors : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    if (change.isPending) return;
    setTried(true);
    if (current && next.length >= shortest) change.mutate();
    else focusFirstInvalid(form.current);
  }

  return (
    <FormCard ref={form} onSubmit={submit} aria-labelledby="profile-password">
      <div>
        <h2 id="profile-password">{t.password}</h2>
        <p className={classes.soft}>{t.passwordText}</p>
      </div>
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={t.current}
        name="current"
        autoComplete="current-password"
        maxLength={200}
        value={current}
        onValue={setCurrent}
        error={tried && !current ? t.currentMissing : refused.current}
        required
      />
      <PasswordField
        label={t.next}
        name="new"
        autoComplete="new-password"
        maxLength={200}
        value={next}
        onValue={setNext}
        hint={t.nextHint}
        error={tried && next.length < shortest ? t.nextShort : refused.new}
        required
      />
      {change.isSuccess && (
        <Notice tone="success" live>
          {t.changed}
        </Notice>
      )}
      {change.error && <ProblemNotice error={change.error} />}
      <FormActions>
        <Button type="submit" busy={change.isPending}>
          {t.change}
        </Button>
      </FormActions>
    </FormCard>
  );
}
