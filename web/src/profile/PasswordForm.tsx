import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { Button } from '../design/button/Button';
import { PasswordField } from '../design/control/TextField';
import { useForm } from '../design/form/useForm';
import { Notice } from '../design/notice/Notice';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../design/page/Card';
import classes from './Profile.module.css';
import { sessionsQuery } from './security/sessionsQuery';
import { useTexts } from './texts';

/** The minimum length in the contract. The server also rejects common passwords and the person's name. */
const minLength = 12;

const empty = { current: '', new: '' };

/** The form to change the password, for a person who knows the current one (A6). */
export function PasswordForm({ username }: { username: string }) {
  const t = useTexts();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: typeof empty) => dataOf(api.PUT('/profile/password', { body })),
    onSuccess: () => {
      set(empty);
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      resetAttempt();
    },
  });
  const { field, formProps, set, resetAttempt } = useForm({
    initial: empty,
    validate: (values) => ({
      current: !values.current && t.currentMissing,
      new: values.new.length < minLength && t.nextShort,
    }),
    request: change,
    onSubmit: change.mutate,
  });

  return (
    <FormCard {...formProps} aria-labelledby="profile-password">
      <div>
        <h2 id="profile-password">{t.password}</h2>
        <p className={classes.soft}>{t.passwordText}</p>
      </div>
      {/* The hidden user name tells password managers to which account the password belongs. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={t.current}
        name="current"
        autoComplete="current-password"
        maxLength={200}
        {...field('current')}
        required
      />
      <PasswordField
        label={t.next}
        name="new"
        autoComplete="new-password"
        maxLength={200}
        {...field('new')}
        hint={t.nextHint}
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
