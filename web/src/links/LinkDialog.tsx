import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { answer, api, type Schemas } from '../api/client';
import { asProblem } from '../api/problem';
import { announce } from '../design/announce/announce';
import { Button } from '../design/button/Button';
import { focusFirstInvalid } from '../design/control/focusFirstInvalid';
import { SelectField } from '../design/control/SelectField';
import { TextField } from '../design/control/TextField';
import { Dialog } from '../design/dialog/Dialog';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { FormActions } from '../design/page/Card';
import classes from './Links.module.css';
import { useTexts } from './texts';

type Kind = Schemas['NewLink']['kind'];

const offered: readonly Kind[] = ['related', 'duplicate-of', 'caused-by', 'causes'];

export function LinkDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState<Kind>('related');
  const [other, setOther] = useState('');
  const [tried, setTried] = useState(false);
  const tie = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/tickets/{number}/links', {
          params: { path: { number } },
          body: { kind, number: other.trim() },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['ticket'] });
      announce(t.added);
      onClose();
    },
    onError: () => focusFirstInvalid(form.current),
  });
  const problem = tie.error ? asProblem(tie.error) : undefined;
  const wrong = problem?.fieldErrors.number;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (tie.isPending) return;
    if (other.trim()) tie.mutate();
    else focusFirstInvalid(form.current);
  }

  return (
    <Dialog title={t.add} onClose={onClose}>
      <form ref={form} noValidate className={classes.form} onSubmit={onSubmit}>
        {problem && !wrong && <ProblemNotice error={problem} />}
        <SelectField
          label={t.kind}
          value={kind}
          onValue={(value) => setKind(value as Kind)}
          choices={offered.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextField
          label={t.number}
          hint={t.numberHint}
          value={other}
          onValue={setOther}
          error={tried && !other.trim() ? t.missing : wrong}
          maxLength={40}
          autoComplete="off"
          required
          data-autofocus=""
        />
        <FormActions>
          <Button type="submit" busy={tie.isPending}>
            {t.submit}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
