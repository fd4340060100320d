import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, dataOf, type Schemas } from '../api/client';
import { listsKey, ticketQuery } from '../api/queries';
import { announce } from '../design/announce/announce';
import { Button, IconButton } from '../design/button/Button';
import { ConfirmDialog } from '../design/dialog/ConfirmDialog';
import { FieldDialog } from '../design/dialog/FieldDialog';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { usePerson } from '../session/useSession';
import classes from './Participants.module.css';
import { useTexts } from './texts';

type Participant = Schemas['Participant'];

interface ParticipantsProps {
  ticket: Schemas['Ticket'];
  /** Called after the person left the ticket and may no longer read it. */
  onLeft: () => void;
}

/** Shows the participants of a ticket (G4). They can be added and removed, and a participant can leave. */
export function Participants({ ticket, onLeft }: ParticipantsProps) {
  const t = useTexts();
  const titleId = useId();
  const [dialog, setDialog] = useState<'add' | 'leave'>();
  const client = useQueryClient();
  const person = usePerson();
  const { participants, number } = ticket;
  const canInvite = ticket.actions.includes('invite');
  const remove = useMutation({
    mutationFn: ({ id }: Participant) =>
      dataOf(api.DELETE('/tickets/{number}/participants/{id}', { params: { path: { number, id } } })),
    onSuccess: async (_, removed) => {
      void client.invalidateQueries({ queryKey: listsKey });
      if (removed.id === person.id && person.role === 'requester') {
        announce(t.left);
        onLeft();
        return;
      }
      await client.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
      announce(t.removed({ name: removed.name }));
    },
  });
  if (!canInvite && participants.length === 0) return null;
  const own = participants.find(({ id }) => id === person.id);

  return (
    <section className={classes.box} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId}>{t.title}</h2>
        {canInvite && (
          <Button small kind="secondary" icon="plus" onClick={() => setDialog('add')}>
            {t.add}
          </Button>
        )}
        {own && (
          <Button small kind="secondary" onClick={() => setDialog('leave')}>
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
            {participants.map((participant) => (
              <li key={participant.id} className={classes.person}>
                <span className={classes.name}>
                  {participant.id === person.id ? t.yourself({ name: participant.name }) : participant.name}
                </span>
                <span className={classes.soft}>{participant.staff ? t.staff : participant.organization}</span>
                {participant.removable && participant.id !== person.id && (
                  <IconButton
                    icon="close"
                    label={t.remove({ name: participant.name })}
                    onClick={() => !remove.isPending && remove.mutate(participant)}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {remove.error && dialog !== 'leave' && <ProblemNotice error={remove.error} />}
      {dialog === 'add' && <AddDialog ticket={ticket} onClose={() => setDialog(undefined)} />}
      {dialog === 'leave' && own && (
        <ConfirmDialog
          title={t.leave}
          confirm={t.leave}
          kind="danger"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(own, { onSuccess: () => setDialog(undefined) })}
          onClose={() => setDialog(undefined)}
        >
          <p>{t.leaveText}</p>
        </ConfirmDialog>
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
  const { number } = ticket;
  const add = useMutation({
    mutationFn: (login: string) =>
      dataOf(api.POST('/tickets/{number}/participants', { params: { path: { number } }, body: { login } })),
    onSuccess: (updated) => {
      client.setQueryData(['ticket', number], updated);
      void client.invalidateQueries({ queryKey: listsKey });
      const last = updated.participants.at(-1);
      if (last) announce(t.added({ name: last.name }));
      onClose();
    },
  });
  return (
    <FieldDialog
      title={t.add}
      name="login"
      label={t.login}
      hint={person.role === 'requester' ? t.colleagues : t.lead}
      missing={t.missing}
      maxLength={254}
      autoCapitalize="none"
      submit={t.submit}
      send={add}
      onClose={onClose}
    />
  );
}
