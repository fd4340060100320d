import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '../../api/problem';
import { announce } from '../../design/announce/announce';
import { Button, LinkButton } from '../../design/button/Button';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import type { Limits } from '../../design/files/check';
import { FilePicker } from '../../design/files/FilePicker';
import { useUploads } from '../../design/files/useUploads';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions } from '../../design/page/Card';
import { RichTextField } from '../../design/richtext/RichTextField';
import { useDraft } from '../../drafts/useDraft';
import { usePerson } from '../../session/useSession';
import { Conflict } from '../conflict/Conflict';
import { addedByOthers, versionToSend } from '../conflict/version';
import { type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import type { Ticket } from '../ticket/ticketQuery';
import classes from './Composer.module.css';
import {
  type EntryDraft,
  emptyDraft,
  entryToSend,
  idempotencyKey,
  type Kind,
  notReady,
  type Send,
} from './draft';
import { useSendEntry } from './useSendEntry';

interface ComposerFormProps {
  ticket: Ticket;
  kind: Kind;
  limits: Limits;
  source: ListSource;
}

export function ComposerForm({ ticket, kind, limits, source }: ComposerFormProps) {
  const t = useTexts().composer;
  const person = usePerson();
  const form = useRef<HTMLFormElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const draft = useDraft<EntryDraft>(person.id, `ticket.${ticket.number}.${kind}`, emptyDraft);
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<Send>();
  const send = useSendEntry(ticket.number);
  const uploads = useUploads(limits, draft.value.attachments, (attachments) => {
    const before = draft.value.attachments.map(({ id }) => id).join();
    if (attachments.map(({ id }) => id).join() !== before) draft.set({ attachments });
  });

  const { began } = draft.value;
  const version = versionToSend(ticket, began || undefined, person.id);
  const news = began ? addedByOthers(ticket, version, person.id) : [];
  const problem = send.error ? asProblem(send.error) : undefined;
  const conflict = problem?.status === 409 && problem.version !== undefined ? problem : undefined;
  const lack = tried ? notReady(draft.value, uploads.items) : undefined;

  useEffect(() => {
    if (sent || problem) outcome.current?.focus();
  }, [sent, problem]);

  function write(body: string) {
    setSent(undefined);
    draft.set(began ? { body } : { body, began: ticket.version });
  }

  function submit(how: Send) {
    if (send.isPending) return;
    setTried(true);
    setSent(undefined);
    if (notReady(draft.value, uploads.items)) {
      focusFirstInvalid(form.current);
      return;
    }
    const sending = {
      entry: entryToSend(draft.value, kind, how, version),
      key: idempotencyKey(draft.key, how),
    };
    send.mutate(sending, {
      onSuccess: () => {
        uploads.clear();
        draft.clear();
        setTried(false);
        setSent(how);
        announce(t.sent(kind, how));
      },
      onError: (error) => {
        const refused = asProblem(error);
        // Refused for good: the next try is another request, so it must not be answered as this one was.
        if (!refused.temporary && refused.status !== 401) draft.renewKey();
        if (refused.version !== undefined) draft.set({ began: refused.version });
      },
    });
  }

  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit('keep');
      }}
    >
      <div
        ref={outcome}
        tabIndex={-1}
        className={classes.sent}
        hidden={!sent && !problem && news.length === 0}
      >
        {sent && (
          <Notice
            tone="success"
            actions={
              <LinkButton small kind="secondary" href={routes.list(source)}>
                {t.toList}
              </LinkButton>
            }
          >
            {t.sent(kind, sent)}
          </Notice>
        )}
        {conflict && (
          <Conflict refused changes={conflict.changes}>
            {t.textKept}
          </Conflict>
        )}
        {problem && !conflict && <ProblemNotice error={problem} />}
        {!conflict && news.length > 0 && (
          <Conflict
            refused={false}
            changes={news}
            actions={
              <Button small kind="secondary" onClick={() => draft.set({ began: ticket.version })}>
                {t.reviewed}
              </Button>
            }
          >
            {t.newsText}
          </Conflict>
        )}
      </div>
      {draft.restored && draft.value.body && (
        <Notice
          actions={
            <Button
              small
              kind="secondary"
              onClick={() => {
                uploads.clear();
                draft.clear();
              }}
            >
              {t.discard}
            </Button>
          }
        >
          {t.restored}
        </Notice>
      )}
      <RichTextField
        label={t.labels[kind]}
        hint={t.hints[kind]}
        value={draft.value.body}
        onValue={write}
        error={lack === 'empty' ? t.empty[kind] : problem?.fieldErrors.body}
        required
        short
      />
      <FilePicker uploads={uploads} limits={limits} />
      {lack && lack !== 'empty' && (
        <Notice tone="danger" live>
          {t.files[lack]}
        </Notice>
      )}
      <FormActions>
        <Button type="submit" busy={send.isPending}>
          {t.send[kind]}
        </Button>
        {kind === 'response' && ticket.actions.includes('resolve') && (
          <Button kind="secondary" icon="checkCircle" busy={send.isPending} onClick={() => submit('resolve')}>
            {t.sendAndResolve}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
