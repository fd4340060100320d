import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { api, dataOf, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { listsKey, ticketQuery, topicsQuery } from '../../api/queries';
import { Button, LinkButton } from '../../design/button/Button';
import { FieldGrid } from '../../design/control/FieldGrid';
import { ReadOnlyField } from '../../design/control/ReadOnlyField';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { ExtraFields, unanswered } from '../../design/extrafields/ExtraFields';
import type { Limits } from '../../design/files/check';
import { FilePicker } from '../../design/files/FilePicker';
import { useForm } from '../../design/form/useForm';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import { RichTextField } from '../../design/richtext/RichTextField';
import { Skeleton } from '../../design/states/States';
import { useDesignTexts } from '../../design/texts';
import { DraftConflict } from '../../drafts/DraftConflict';
import { useDraftWithFiles } from '../../drafts/useDraftWithFiles';
import { sessionQuery } from '../../session/sessionQuery';
import { usePerson } from '../../session/useSession';
import { recordUse } from '../faq/recordUse';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { DraftNotice } from './DraftNotice';
import classes from './NewTicketForm.module.css';
import { Suggestions } from './Suggestions';
import { missingFields, requestOf, type TicketDraft, ticketShape } from './submission';

interface NewTicketFormProps {
  /** The purpose of the draft, a part of its storage key. */
  purpose: string;
  initial: TicketDraft;
  topics: readonly Schemas['Topic'][];
  entities: readonly Schemas['EntityName'][];
  limits: Limits;
}

const subjectLimit = 200;

export function NewTicketForm({ purpose, initial, topics, entities, limits }: NewTicketFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const person = usePerson();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const readArticles = useRef(new Set<string>());
  const draft = useDraftWithFiles<TicketDraft>(purpose, initial, ticketShape, limits);
  const { value, uploads } = draft;
  const extraFields = topics.find(({ id }) => id === value.topicId)?.fields ?? [];
  const answers = value.fields ?? {};

  const create = useMutation({
    mutationFn: (key: string) =>
      dataOf(
        api.POST('/tickets', {
          params: { header: { 'Idempotency-Key': key } },
          body: requestOf(value, extraFields),
        }),
      ),
    onSuccess: (ticket) => {
      client.setQueryData(ticketQuery(ticket.number).queryKey, ticket);
      draft.clear();
      for (const id of readArticles.current) void recordUse(id, 'opened');
      void client.invalidateQueries({ queryKey: listsKey });
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      navigate(routes.ticket(ticket.number), { state: { created: true } });
    },
    onError: (error) => {
      // The topic's extra fields may have changed since the form loaded them, so they are reloaded.
      if (asProblem(error).errorAt('fields')) {
        void client.invalidateQueries({ queryKey: topicsQuery.queryKey });
      }
    },
  });

  const { field, set, problem, errorOf, formProps, busy, resetAttempt } = useForm<TicketDraft>({
    store: draft,
    validate: (ticket) =>
      Object.fromEntries([
        ...missingFields(ticket, entities.length > 0).map((name) => [name, t.form.missing[name]]),
        ...unanswered(extraFields, answers).map((id) => [`fields.${id}`, d.extraFields.missing]),
      ]),
    request: { isPending: create.isPending || uploads.pending, error: create.error },
    onSubmit: () => create.mutate(draft.key),
  });

  function discard() {
    draft.clear();
    resetAttempt();
    create.reset();
  }

  if (draft.loading) return <Skeleton size="control" count={8} />;
  return (
    <FormCard {...formProps}>
      <DraftConflict draft={draft} />
      {draft.restored && <DraftNotice onDiscard={discard} />}
      <SelectField
        label={t.newTicket.topic}
        name="topicId"
        placeholder={t.newTicket.topicPlaceholder}
        choices={topics.map(({ id, name }) => ({ value: id, label: name }))}
        {...field('topicId')}
        hint={topics.find(({ id }) => id === value.topicId)?.description}
        required
      />
      <ExtraFields
        fields={extraFields}
        answers={answers}
        onAnswer={(id, answer) => set({ fields: { ...answers, [id]: answer } })}
        errorOf={(id) => errorOf(`fields.${id}`)}
      />
      <FieldGrid>
        <ReadOnlyField label={t.newTicket.email} value={person.email} />
        <ReadOnlyField label={t.newTicket.client} value={person.name} />
      </FieldGrid>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>
          {t.newTicket.detailTitle}
          <span className={classes.legendLead}>{t.newTicket.detailLead}</span>
        </legend>
        <div className={classes.summary}>
          <TextField
            label={t.newTicket.subject}
            name="subject"
            maxLength={subjectLimit}
            autoComplete="off"
            {...field('subject')}
            hint={
              value.subject.length > subjectLimit - 40 &&
              t.form.counter({ used: value.subject.length, count: subjectLimit })
            }
            required
          />
          <Suggestions
            subject={value.subject}
            onRead={(id) => readArticles.current.add(id)}
            onSolved={() => navigate(routes.thanks)}
          />
        </div>
        <RichTextField label={t.newTicket.detail} {...field('detail')} required uploads={uploads} />
        <FilePicker uploads={uploads} limits={limits} />
        {errorOf('attachmentIds') && <Notice tone="danger">{errorOf('attachmentIds')}</Notice>}
      </fieldset>
      {entities.length > 0 && (
        <SelectField
          label={t.newTicket.entity}
          name="entity"
          placeholder={t.newTicket.entityPlaceholder}
          choices={entities.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('entity')}
          required
        />
      )}
      {problem && (
        <ProblemNotice
          error={problem}
          actions={
            problem.status === 409 && (
              <>
                <LinkButton small kind="secondary" href={routes.tickets}>
                  {t.newTicket.seeTickets}
                </LinkButton>
                <Button small kind="secondary" onClick={() => create.mutate(draft.renewKey())}>
                  {t.newTicket.sendAsNew}
                </Button>
              </>
            )
          }
        />
      )}
      <FormActions>
        <Button type="submit" busy={busy}>
          {t.newTicket.submit}
        </Button>
        {uploads.pending && <span className={classes.pending}>{d.files.pending}</span>}
      </FormActions>
    </FormCard>
  );
}
