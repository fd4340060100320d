import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { listsKey, ticketQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { formatDate } from '../../design/dates/format';
import type { Limits } from '../../design/files/check';
import { FilePicker } from '../../design/files/FilePicker';
import { useForm } from '../../design/form/useForm';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import { RichTextField } from '../../design/richtext/RichTextField';
import { useDesignTexts } from '../../design/texts';
import { DraftConflict } from '../../drafts/DraftConflict';
import { UnsentNotice } from '../../drafts/UnsentNotice';
import { useDraftWithFiles } from '../../drafts/useDraftWithFiles';
import { useLanguage } from '../../i18n/language';
import type { NewEntries } from '../../newentries/useNewEntries';
import { sessionQuery } from '../../session/sessionQuery';
import { useTimeZone } from '../../session/useSession';
import { CloseTicketDialog } from '../life/CloseTicketDialog';
import { ContinuesDialog } from '../life/ContinuesDialog';
import { useLifeTexts } from '../life/texts';
import { useCloseTicket } from '../life/useCloseTicket';
import { DraftNotice } from '../newticket/DraftNotice';
import { useTexts } from '../texts';
import { emptyReply, type ReplyDraft, replyPurpose, replyShape } from './replyDraft';
import { useReplyMoves } from './useReplyMoves';

interface ReplyFormProps {
  ticket: Schemas['Ticket'];
  newEntries: NewEntries;
  limits: Limits;
  reopenDays: number;
  /** Whether the ticket accepts the reply. Otherwise the form only shows text that was not sent, if there is any. */
  sendable: boolean;
}

interface SendRequest {
  /** The new status: `open` for «El problema continúa», `closed` for «Mi problema está resuelto». */
  to?: 'open' | 'closed';
  key: string;
  sent: ReplyDraft;
}

const day = 24 * 3600 * 1000;

/** The form «Escriba una respuesta». It offers «El problema continúa» while a resolved ticket can be reopened (D6). */
export function ReplyForm({ ticket, newEntries, limits, reopenDays, sendable }: ReplyFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const life = useLifeTexts();
  const client = useQueryClient();
  const [confirming, setConfirming] = useState(false);
  const [askingWhetherItContinues, setAskingWhetherItContinues] = useState(false);
  const draft = useDraftWithFiles<ReplyDraft>(replyPurpose(ticket.number), emptyReply, replyShape, limits);
  const moves = useReplyMoves(ticket, draft);
  const { uploads } = draft;
  const { body, files } = draft.value;
  const resolved = sendable && ticket.status === 'resolved';
  const canReopen = ticket.actions.includes('reopen');

  const { setTyping } = newEntries;
  useEffect(() => () => setTyping(false), [setTyping]);

  const send = useMutation({
    mutationFn: ({ to, key, sent }: SendRequest) =>
      dataOf(
        api.POST('/tickets/{number}/entries', {
          params: { path: { number: ticket.number }, header: { 'Idempotency-Key': key } },
          body: {
            kind: 'message',
            body: sent.body,
            attachmentIds: sent.files.map(({ id }) => id),
            version: ticket.version,
            ...(to && { status: to }),
          },
        }),
      ),
    onSuccess: async (_, { to, sent }) => {
      if (to === 'closed') announce(life.close.done);
      newEntries.markSeen();
      if (draft.markSent(sent)) {
        setTyping(false);
        resetAttempt();
      }
      void client.invalidateQueries({ queryKey: listsKey });
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await client.invalidateQueries({ queryKey: ticketQuery(ticket.number).queryKey });
    },
    onError: async (error) => {
      // The ticket may have been closed in the meantime. After reloading, the page offers to open a new ticket instead. If it
      // became Atendido, the page asks whether the problem continues.
      if (asProblem(error).status !== 409) return;
      const { queryKey } = ticketQuery(ticket.number);
      await client.invalidateQueries({ queryKey });
      if (!client.getQueryData(queryKey)?.actions.includes('reopen')) return;
      send.reset();
      setAskingWhetherItContinues(true);
    },
  });
  const closeTicket = useCloseTicket(ticket);
  const { field, problem, errorOf, formProps, busy, submit, resetAttempt } = useForm<
    ReplyDraft,
    'open' | 'closed' | 'comment'
  >({
    store: draft,
    validate: () => ({ body: !body && t.form.missing.body }),
    request: { isPending: send.isPending || closeTicket.isPending || uploads.pending, error: send.error },
    onSubmit: (sent, choice) => {
      if (canReopen && !choice) return setAskingWhetherItContinues(true);
      send.mutate({ ...(choice && choice !== 'comment' && { to: choice }), key: draft.key, sent });
    },
  });

  if (!sendable && !body && files.length === 0) return null;
  return (
    <FormCard {...formProps}>
      {!sendable && <UnsentNotice html={body} moves={moves} onDiscard={draft.clear} />}
      <DraftConflict draft={draft} />
      {sendable && draft.restored && <DraftNotice onDiscard={draft.clear} />}
      {resolved && (
        <ResolvedNotice resolvedAt={ticket.resolvedAt} reopenDays={reopenDays} canReopen={canReopen} />
      )}
      <RichTextField
        label={t.reply.title}
        hint={sendable && t.reply.hint}
        {...field('body')}
        onValue={(html) => {
          draft.set({ body: html });
          setTyping(Boolean(html));
          // Typing the next reply removes the confirmation of the previous one.
          if (html && send.isSuccess) send.reset();
        }}
        short
        required={sendable}
        uploads={uploads}
      />
      <FilePicker uploads={uploads} limits={limits} />
      {errorOf('attachmentIds') && <Notice tone="danger">{errorOf('attachmentIds')}</Notice>}
      {send.isSuccess && (
        <Notice tone="success" live>
          {send.variables.to === 'open' ? t.ticket.reopened : t.ticket.sent}
        </Notice>
      )}
      {problem && (
        <ProblemNotice
          error={problem}
          actions={
            problem.status === 409 && (
              <Button
                small
                kind="secondary"
                onClick={() => send.mutate({ ...send.variables, key: draft.renewKey(), sent: draft.value })}
              >
                {t.reply.sendAgain}
              </Button>
            )
          }
        />
      )}
      {closeTicket.error && <ProblemNotice error={closeTicket.error} />}
      {sendable && (
        <FormActions>
          <Button type="submit" busy={(send.isPending && !send.variables.to) || uploads.pending}>
            {t.reply.submit}
          </Button>
          {canReopen && (
            <Button
              kind="secondary"
              icon="undo"
              busy={(send.isPending && send.variables.to === 'open') || uploads.pending}
              onClick={() => submit('open')}
            >
              {t.reply.continues}
            </Button>
          )}
          {ticket.actions.includes('close') && (
            <Button
              kind="secondary"
              icon="check"
              busy={closeTicket.isPending || (send.isPending && send.variables.to === 'closed')}
              onClick={() => setConfirming(true)}
            >
              {life.close.button}
            </Button>
          )}
          {uploads.pending && <span>{d.files.pending}</span>}
        </FormActions>
      )}
      {askingWhetherItContinues && (
        <ContinuesDialog
          onClose={() => setAskingWhetherItContinues(false)}
          onAnswer={(continues) => {
            setAskingWhetherItContinues(false);
            submit(continues ? 'open' : 'comment');
          }}
        />
      )}
      {confirming && (
        <CloseTicketDialog
          withReply={Boolean(body)}
          onClose={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false);
            if (body) submit('closed');
            else if (!busy) closeTicket.mutate();
          }}
        />
      )}
    </FormCard>
  );
}

interface ResolvedNoticeProps {
  resolvedAt: string | null | undefined;
  reopenDays: number;
  canReopen: boolean;
}

function ResolvedNotice({ resolvedAt, reopenDays, canReopen }: ResolvedNoticeProps) {
  const t = useTexts().reply;
  const language = useLanguage();
  const timeZone = useTimeZone();
  if (!canReopen || !resolvedAt) return <Notice tone="success">{t.resolvedOnly}</Notice>;
  const until = new Date(Date.parse(resolvedAt) + reopenDays * day).toISOString();
  return <Notice tone="success">{t.resolved({ until: formatDate(until, language, timeZone) })}</Notice>;
}
