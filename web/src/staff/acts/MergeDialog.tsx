import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { answer, api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { Button } from '../../design/button/Button';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { TextField } from '../../design/control/TextField';
import { Dialog } from '../../design/dialog/Dialog';
import { FormActions } from '../../design/page/Card';
import { useTexts } from '../texts';
import classes from './ActDialog.module.css';
import type { DialogProps } from './Acts';
import { Outcome } from './Outcome';

/** This ticket is closed, and what it was about goes on in another one. */
export function MergeDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useTexts().acts;
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [into, setInto] = useState('');
  const [tried, setTried] = useState(false);
  const [version, setVersion] = useState(ticket.version);
  const { number } = ticket;
  const merge = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/tickets/{number}/merge', {
          params: { path: { number } },
          body: { into: into.trim(), version },
        }),
      ),
    onSuccess: (after) => {
      client.setQueryData(['ticket', number], after);
      void client.invalidateQueries({ queryKey: ['ticket'] });
      void client.invalidateQueries({ queryKey: ['tickets'] });
      onDone(after);
    },
    onError: (error) => {
      setVersion(asProblem(error).version ?? version);
      focusFirstInvalid(form.current);
    },
  });
  const wrong = merge.error ? asProblem(merge.error).fieldErrors.into : undefined;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (merge.isPending) return;
    if (into.trim()) merge.mutate();
    else focusFirstInvalid(form.current);
  }

  return (
    <Dialog title={t.merge} onClose={onClose}>
      <form ref={form} noValidate className={classes.form} onSubmit={onSubmit}>
        {!wrong && <Outcome error={merge.error} />}
        <p>{t.mergeText(number, ticket.requester.name)}</p>
        <TextField
          label={t.mergeInto}
          hint={t.mergeHint}
          value={into}
          onValue={setInto}
          error={tried && !into.trim() ? t.mergeMissing : wrong}
          maxLength={40}
          autoComplete="off"
          required
          data-autofocus=""
        />
        <FormActions>
          <Button type="submit" busy={merge.isPending}>
            {t.merge}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
