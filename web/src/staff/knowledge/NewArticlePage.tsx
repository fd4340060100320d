import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { api, dataOf, type Schemas } from '../../api/client';
import { ticketQuery } from '../../api/queries';
import { useSettings } from '../../app/useSettings';
import { Button, LinkButton } from '../../design/button/Button';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { useForm } from '../../design/form/useForm';
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
import { articleFromTicket, type InitialArticle } from './fromTicket';
import { categoriesQuery, useInvalidateLists } from './queries';
import { useTexts } from './texts';
import { useSlug } from './useSlug';

/** The page to create an article, empty or from a ticket's question and response (L8). */
export function NewArticlePage({ number }: { number: string | undefined }) {
  const texts = useTexts();
  const t = texts.newArticle;
  const { deskName, settings } = useSettings();
  const ticket = useQuery({ ...ticketQuery(number ?? ''), enabled: number !== undefined });
  const initial = useMemo(
    () =>
      ticket.data && settings
        ? articleFromTicket(ticket.data, settings.ticketPrefix, texts.redaction)
        : undefined,
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
        {!number && <NewArticleForm initial={{ title: '', body: '' }} />}
        {number && ticket.error && <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />}
        {number && !ticket.error && !initial && <Skeleton size="control" count={4} />}
        {initial && (
          <>
            <Removals initial={initial} />
            <NewArticleForm initial={initial} />
            <Card title={t.preview}>
              <RichText html={initial.body} />
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

/** Lists the personal data that was removed from the ticket's text, and the words that the author has to check. */
function Removals({ initial }: { initial: InitialArticle }) {
  const { newArticle: t, redaction } = useTexts();
  const { removed, doubtfulWords } = initial;
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
      {doubtfulWords.length > 0 && (
        <Notice tone="warning">{t.doubts({ words: doubtfulWords.join(', ') })}</Notice>
      )}
    </>
  );
}

type Values = { title: string; categoryId: string; audience: Schemas['Audience'] };

function NewArticleForm({ initial }: { initial: Pick<InitialArticle, 'title' | 'body'> }) {
  const texts = useTexts();
  const t = texts.newArticle;
  const [, navigate] = useLocation();
  const invalidateLists = useInvalidateLists();
  const categories = useQuery(categoriesQuery(useLanguage()));
  const idFor = useSlug();

  const create = useMutation({
    mutationFn: ({ id, values: { title, categoryId, audience } }: { id: string; values: Values }) =>
      dataOf(
        api.PUT('/articles/{id}', {
          params: { path: { id } },
          body: {
            categoryId,
            audience,
            version: 0,
            texts: { es: { title, summary: '', body: initial.body } },
          },
        }),
      ),
    onSuccess: (draft) => {
      invalidateLists();
      navigate(routes.knowledge(draft.id), { replace: true });
    },
  });
  const { values, set, field, errorOf, formProps, busy } = useForm<Values>({
    initial: { title: initial.title.slice(0, 200), categoryId: '', audience: 'public' },
    validate: ({ title, categoryId }) => ({
      title: !title.trim() && t.titleMissing,
      categoryId: !categoryId && t.categoryMissing,
    }),
    request: create,
    onSubmit: (valid) => create.mutate({ id: idFor(valid.title), values: valid }),
  });

  return (
    <FormCard {...formProps}>
      <TextField
        label={t.articleTitle}
        hint={t.articleTitleHint}
        maxLength={200}
        lang="es"
        {...field('title')}
        error={errorOf('title') ?? errorOf('texts')}
        required
      />
      <Loaded queries={[categories]}>
        {(all) => (
          <SelectField
            label={t.category}
            placeholder={t.categoryPlaceholder}
            choices={all.map(({ id, name }) => ({ value: id, label: name }))}
            {...field('categoryId')}
            required
          />
        )}
      </Loaded>
      <ChoiceCards
        legend={t.audience}
        name="audience"
        value={values.audience}
        onValue={(audience) => set({ audience })}
        choices={(['public', 'internal'] as const).map((value) => ({
          value,
          label: texts.audience[value],
          explanation: t.audienceText[value],
        }))}
      />
      {create.error && <ProblemNotice error={create.error} />}
      <FormActions>
        <Button type="submit" busy={busy} disabled={!categories.data}>
          {t.create}
        </Button>
      </FormActions>
    </FormCard>
  );
}
