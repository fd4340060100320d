import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { answer, api, type Schemas } from '../api/client';
import { asProblem } from '../api/problem';
import { announce } from '../design/announce/announce';
import { Button, IconButton } from '../design/button/Button';
import { focusFirstInvalid } from '../design/control/focusFirstInvalid';
import { TextField } from '../design/control/TextField';
import { Dialog } from '../design/dialog/Dialog';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { FormActions } from '../design/page/Card';
import { usePerson } from '../session/useSession';
import classes from './Participants.module.css';
import { useTexts } from './texts';

type Participant = Schemas['Participant'];

interface ParticipantsProps {
  ticket: Schemas['Ticket'];
  /** The person has left, and may not read the ticket any more. */
  onLeft: () => void;
}

/** Both pages' lists of tickets. */
const listsKey = ['tickets'];

/** Who else reads a ticket and comments on it (C5): the same for requesters and staff. */
export function Participants({ ticket, onLeft }: ParticipantsProps) {
  const t = useTexts();
  const titleId = useId();
  const [asked, setAsked] = useState<'add' | 'leave'>();
  const client = useQueryClient();
  const person = usePerson();
  const { participants, number } = ticket;
  const may = ticket.actions.includes('invite');
  const remove = useMutation({
    mutationFn: ({ id }: Participant) =>
      answer(api.DELETE('/tickets/{number}/participants/{id}', { params: { path: { number, id } } })),
    onSuccess: async (_, gone) => {
      void client.invalidateQueries({ queryKey: listsKey });
      if (gone.id === person.id && person.role === 'requester') {
        announce(t.left);
        onLeft();
        return;
      }
      await client.invalidateQueries({ queryKey: ['ticket', number] });
      announce(t.removed(gone.name));
    },
  });
  if (!may && participants.length === 0) return null;
  const own = participants.find(({ id }) => id === person.id);

  return (
    <section className={classes.box} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId}>{t.title}</h2>
        {may && (
          <Button small kind="secondary" icon="plus" onClick={() => setAsked('add')}>
            {t.add}
          </Button>
        )}
        {own && (
          <Button small kind="secondary" onClick={() => setAsked('leave')}>
            {t.leave}
          </Button>
        )}
      </div>
      {participants.length === 0 ? (
        <p className={classes.soft}>{t.none}</p>
      ) : (
        <>
          <p className={classes.soft}>{t.lead}</p>
          <ul className={classes.list} aria-labelledby={titleId}>
            {participants.map((one) => (
              <li key={one.id} className={classes.person}>
                <span className={classes.name}>
                  {one.name}
                  {one.id === person.id && ` (${t.you})`}
                </span>
                <span className={classes.soft}>{one.staff ? t.staff : one.organization}</span>
                {one.removable && one.id !== person.id && (
                  <IconButton
                    icon="close"
                    label={t.remove(one.name)}
                    onClick={() => !remove.isPending && remove.mutate(one)}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {remove.error && asked !== 'leave' && <ProblemNotice error={remove.error} />}
      {asked === 'add' && <AddDialog ticket={ticket} onClose={() => setAsked(undefined)} />}
      {asked === 'leave' && own && (
        <Dialog title={t.leave} onClose={() => setAsked(undefined)}>
          <div className={classes.form}>
            {remove.error && <ProblemNotice error={remove.error} />}
            <p>{t.leaveText}</p>
            <FormActions>
              <Button
                kind="danger"
                busy={remove.isPending}
                onClick={() => remove.mutate(own, { onSuccess: () => setAsked(undefined) })}
              >
                {t.leave}
              </Button>
              <Button kind="quiet" onClick={() => setAsked(undefined)}>
                {t.cancel}
              </Button>
            </FormActions>
          </div>
        </Dialog>
      )}
    </section>
  );
}

interface AddDialogProps {
  ticket: Schemas['Ticket'];
  onClose: () => void;
}

function AddDialog({ ticket, onClose }: AddDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const person = usePerson();
  const form = useRef<HTMLFormElement>(null);
  const [login, setLogin] = useState('');
  const [tried, setTried] = useState(false);
  const { number } = ticket;
  const add = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/tickets/{number}/participants', {
          params: { path: { number } },
          body: { login: login.trim() },
        }),
      ),
    onSuccess: (after) => {
      client.setQueryData(['ticket', number], after);
      void client.invalidateQueries({ queryKey: listsKey });
      const last = after.participants.at(-1);
      if (last) announce(t.added(last.name));
      onClose();
    },
    onError: () => focusFirstInvalid(form.current),
  });
  const problem = add.error ? asProblem(add.error) : undefined;
  const wrong = problem?.fieldErrors.login;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (add.isPending) return;
    if (login.trim()) add.mutate();
    else focusFirstInvalid(form.current);
  }

  return (
    <Dialog title={t.add} onClose={onClose}>
      <form ref={form} noValidate className={classes.form} onSubmit={onSubmit}>
        {problem && !wrong && <ProblemNotice error={problem} />}
        <TextField
          label={t.login}
          hint={person.role === 'requester' ? t.colleagues : t.lead}
          value={login}
          onValue={setLogin}
          error={tried && !login.trim() ? t.missing : wrong}
          maxLength={254}
          autoCapitalize="none"
          autoComplete="off"
          required
          data-autofocus=""
        />
        <FormActions>
          <Button type="submit" busy={add.isPending}>
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
