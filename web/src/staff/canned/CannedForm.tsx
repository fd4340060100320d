import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { api, dataOf } from '../../api/client';
import { useIdempotencyKey } from '../../api/idempotencyKey';
import { topicsQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button, LinkButton } from '../../design/button/Button';
import { FieldGrid } from '../../design/control/FieldGrid';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { withChosen } from '../../design/control/withChosen';
import { useForm } from '../../design/form/useForm';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import type { EditorHandle } from '../../design/richtext/Editor';
import { RichText } from '../../design/richtext/RichText';
import { RichTextField } from '../../design/richtext/RichTextField';
import { Loaded } from '../../design/states/Loaded';
import { useDesignTexts } from '../../design/texts';
import { getLanguage, languages } from '../../i18n/language';
import { administers } from '../../session/sessionQuery';
import { usePerson } from '../../session/useSession';
import { ChoiceCards } from '../choice/ChoiceCards';
import { routes } from '../routes';
import classes from './CannedForm.module.css';
import { fill, variables } from './fill';
import { type Canned, cannedQuery } from './queries';
import { useTexts } from './texts';

interface CannedFormProps {
  all: readonly Canned[];
  /** The response to edit; undefined for a new response. */
  canned: Canned | undefined;
}

type Values = Pick<Canned, 'title' | 'category' | 'language' | 'topicIds' | 'body' | 'shared'>;

export function CannedForm({ all, canned }: CannedFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const person = usePerson();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const topics = useQuery(topicsQuery);
  const editor = useRef<EditorHandle>(null);
  const categoriesId = useId();
  const { key, renewAfter } = useIdempotencyKey();
  const [version, setVersion] = useState(canned?.version ?? 0);

  const save = useMutation({
    mutationFn: ({ shared, ...value }: Values) =>
      canned
        ? dataOf(
            api.PUT('/canned-responses/{id}', {
              params: { path: { id: canned.id } },
              body: { ...value, version },
            }),
          )
        : dataOf(
            api.POST('/canned-responses', {
              params: { header: { 'Idempotency-Key': key } },
              body: { ...value, shared },
            }),
          ),
    onSettled: () => client.invalidateQueries({ queryKey: cannedQuery.queryKey }),
    onError: renewAfter,
    onSuccess: () => {
      announce(t.saved);
      navigate(routes.canned());
    },
  });
  const { values, set, field, formProps, problem, busy } = useForm<Values>({
    initial: () => ({
      title: canned?.title ?? '',
      category: canned?.category ?? '',
      language: canned?.language ?? getLanguage(),
      topicIds: canned?.topicIds ?? [],
      body: canned?.body ?? '',
      shared: administers(person),
    }),
    validate: ({ title, body }) => ({
      title: !title.trim() && t.form.titleMissing,
      body: !body && t.form.bodyMissing,
    }),
    request: save,
    onSubmit: save.mutate,
  });
  const conflict = problem?.status === 409 && canned !== undefined;

  // After a conflict the page shows a notice, and the next save overwrites the other person's version.
  const currentVersion = canned?.version ?? 0;
  useEffect(() => {
    if (conflict && currentVersion > version) setVersion(currentVersion);
  }, [conflict, currentVersion, version]);

  return (
    <FormCard {...formProps}>
      {problem?.errors.length === 0 && <ProblemNotice error={problem} />}
      {conflict && <p>{t.form.conflict}</p>}
      <TextField label={t.form.title} hint={t.form.titleHint} {...field('title')} maxLength={120} required />
      <FieldGrid>
        <TextField
          label={t.form.category}
          optional
          list={categoriesId}
          {...field('category')}
          maxLength={60}
        />
        <datalist id={categoriesId}>
          {[...new Set(all.map(({ category }) => category))].filter(Boolean).map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <SelectField
          label={t.form.language}
          value={values.language}
          onValue={(language) => set({ language: language as Canned['language'] })}
          choices={languages.map((language) => ({ value: language, label: d.languageName[language] }))}
        />
      </FieldGrid>
      <fieldset className={classes.topics}>
        <legend>{t.form.topics}</legend>
        <p className={classes.hint}>{t.form.topicsHint}</p>
        <Loaded queries={[topics]}>
          {(offered) =>
            offered.map(({ id, name }) => (
              <label key={id} className={classes.topic}>
                <input
                  type="checkbox"
                  checked={values.topicIds.includes(id)}
                  onChange={(event) =>
                    set({ topicIds: withChosen(values.topicIds, id, event.target.checked) })
                  }
                />
                {name}
              </label>
            ))
          }
        </Loaded>
      </fieldset>
      {!canned && administers(person) && (
        <ChoiceCards
          legend={t.form.audience}
          name="shared"
          value={values.shared ? 'shared' : 'own'}
          onValue={(audience) => set({ shared: audience === 'shared' })}
          choices={[
            { value: 'own', label: t.form.own, explanation: t.form.ownText },
            { value: 'shared', label: t.form.shared, explanation: t.form.sharedText },
          ]}
        />
      )}
      <RichTextField label={t.form.body} {...field('body')} required short handle={editor} />
      <fieldset className={classes.variables}>
        <legend>{t.form.variables}</legend>
        {variables.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.variable}
            title={t.variables[name]}
            onClick={() => editor.current?.insert(`{{${name}}}`)}
          >
            {`{{${name}}}`}
          </button>
        ))}
      </fieldset>
      {values.body && (
        <section aria-label={t.form.preview} className={classes.preview}>
          <p className={classes.hint}>{t.form.preview}</p>
          <RichText html={fill(values.body, t.samples)} />
        </section>
      )}
      <FormActions>
        <Button type="submit" busy={busy}>
          {t.form.save}
        </Button>
        <LinkButton kind="quiet" href={routes.canned()}>
          {d.actions.cancel}
        </LinkButton>
      </FormActions>
    </FormCard>
  );
}
