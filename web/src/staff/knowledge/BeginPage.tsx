import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { answer, api, type Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { ticketQuery } from '../../api/queries';
import { useDesk } from '../../app/useDesk';
import { Button, LinkButton } from '../../design/button/Button';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Card, FormActions, FormCard } from '../../design/page/Card';
import { Page } from '../../design/page/Page';
import { RichText } from '../../design/richtext/RichText';
import { Loaded } from '../../design/states/Loaded';
import { ErrorState, Skeleton } from '../../design/states/States';
import { useLanguage } from '../../i18n/language';
import { ChoiceCards } from '../choice/ChoiceCards';
import { routes } from '../routes';
import classes from './Article.module.css';
import { addressOf } from './edit';
import { type Beginning, beginFrom } from './fromTicket';
import { categoriesQuery, useForgetLists } from './queries';
import { useTexts } from './texts';

/** A new article, blank or from what a ticket asked and was answered. */
export function BeginPage({ number }: { number: string | undefined }) {
  const texts = useTexts();
  const t = texts.begin;
  const { deskName, settings } = useDesk();
  const ticket = useQuery({ ...ticketQuery(number ?? ''), enabled: number !== undefined });
  const beginning = useMemo(
    () =>
      ticket.data && settings ? beginFrom(ticket.data, settings.ticketPrefix, texts.redaction) : undefined,
    [ticket.data, settings, texts.redaction],
  );
  return (
    <div className={classes.article}>
      <LinkButton
        kind="quiet"
        small
        icon="chevronLeft"
        href={number ? routes.ticket(number) : routes.knowledge()}
      >
        {number ? texts.backToTicket : texts.editor.back}
      </LinkButton>
      <Page
        title={number ? t.fromTicket({ number }) : t.title}
        lead={number ? t.fromTicketLead : t.lead}
        deskName={deskName}
        width="reading"
      >
        {!number && <BeginForm start={{ title: '', body: '' }} />}
        {number && ticket.error && <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />}
        {number && !ticket.error && !beginning && <Skeleton size="control" count={4} />}
        {beginning && (
          <>
            <Removals beginning={beginning} />
            <BeginForm start={beginning} />
            <Card title={t.preview}>
              <RichText html={beginning.body} />
              {!ticket.data?.entries.some(({ kind }) => kind === 'response') && (
                <p className={classes.soft}>{t.noAnswer}</p>
              )}
            </Card>
          </>
        )}
      </Page>
    </div>
  );
}

/** What was taken out of the ticket's text, and what its author has to look at. */
function Removals({ beginning }: { beginning: Beginning }) {
  const { begin: t, redaction } = useTexts();
  const { removed, doubts } = beginning;
  return (
    <>
      {removed.length > 0 ? (
        <Notice title={t.removed}>
          <ul className={classes.lacking}>
            {removed.map(({ kind, text }) => (
              <li key={text}>
                <del>{text}</del> → {redaction[kind]}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice>{t.nothingRemoved}</Notice>
      )}
      {doubts.length > 0 && <Notice tone="warning">{t.doubts({ words: doubts.join(', ') })}</Notice>}
    </>
  );
}

function BeginForm({ start }: { start: Pick<Beginning, 'title' | 'body'> }) {
  const texts = useTexts();
  const t = texts.begin;
  const [, navigate] = useLocation();
  const forgetLists = useForgetLists();
  const form = useRef<HTMLFormElement>(null);
  const categories = useQuery(categoriesQuery(useLanguage()));
  const [title, setTitle] = useState(start.title.slice(0, 200));
  const [categoryId, setCategoryId] = useState('');
  const [audience, setAudience] = useState<Schemas['Audience']>('public');
  const [tried, setTried] = useState(false);
  const [id, setId] = useState<string>();

  const create = useMutation({
    mutationFn: (address: string) =>
      answer(
        api.PUT('/articles/{id}', {
          params: { path: { id: address } },
          body: { categoryId, audience, version: 0, texts: { es: { title, summary: '', body: start.body } } },
        }),
      ),
    onSuccess: (draft) => {
      forgetLists();
      navigate(routes.knowledge(draft.id), { replace: true });
    },
  });
  const fieldErrors = create.error ? asProblem(create.error).fieldErrors : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    if (create.isPending) return;
    setTried(true);
    if (!title.trim() || !categoryId) {
      focusFirstInvalid(form.current);
      return;
    }
    // A retry is of the same article.
    const address = id ?? addressOf(title);
    setId(address);
    create.mutate(address);
  }

  return (
    <FormCard ref={form} onSubmit={submit}>
      <TextField
        label={t.articleTitle}
        hint={t.articleTitleHint}
        maxLength={200}
        lang="es"
        value={title}
        onValue={setTitle}
        error={tried && !title.trim() ? t.titleMissing : fieldErrors.texts}
        required
      />
      <Loaded of={[categories]}>
        {(all) => (
          <SelectField
            label={t.category}
            placeholder={t.categoryPlaceholder}
            choices={all.map(({ id, name }) => ({ value: id, label: name }))}
            value={categoryId}
            onValue={setCategoryId}
            error={tried && !categoryId ? t.categoryMissing : fieldErrors.categoryId}
            required
          />
        )}
      </Loaded>
      <ChoiceCards
        legend={t.audience}
        name="audience"
        value={audience}
        onValue={setAudience}
        choices={(['public', 'internal'] as const).map((value) => ({
          value,
          label: texts.audience[value],
          text: t.audienceText[value],
        }))}
      />
      {create.error && <ProblemNotice error={create.error} />}
      <FormActions>
        <Button type="submit" busy={create.isPending} disabled={!categories.data}>
          {t.create}
        </Button>
      </FormActions>
    </FormCard>
  );
}
