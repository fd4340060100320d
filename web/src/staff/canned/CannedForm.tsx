import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { topicsQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button, LinkButton } from '../../design/button/Button';
import { FieldGrid } from '../../design/control/FieldGrid';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import type { EditorHandle } from '../../design/richtext/Editor';
import { RichText } from '../../design/richtext/RichText';
import { RichTextField } from '../../design/richtext/RichTextField';
import { Loaded } from '../../design/states/Loaded';
import { useDesignTexts } from '../../design/texts';
import { newIdempotencyKey } from '../../drafts/store';
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
  /** The one that is edited; a new one without it. */
  one: Canned | undefined;
}

export function CannedForm({ all, one }: CannedFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const person = usePerson();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const topics = useQuery(topicsQuery);
  const form = useRef<HTMLFormElement>(null);
  const editor = useRef<EditorHandle>(null);
  const categoriesId = useId();
  const [tried, setTried] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const [version, setVersion] = useState(one?.version ?? 0);
  const [value, setValue] = useState(() => ({
    title: one?.title ?? '',
    category: one?.category ?? '',
    language: one?.language ?? getLanguage(),
    topicIds: one?.topicIds ?? [],
    body: one?.body ?? '',
  }));
  const [shared, setShared] = useState(administers(person));
  const set = (part: Partial<typeof value>) => setValue((before) => ({ ...before, ...part }));

  const save = useMutation({
    mutationFn: () =>
      one
        ? answer(
            api.PUT('/canned-responses/{id}', {
              params: { path: { id: one.id } },
              body: { ...value, version },
            }),
          )
        : answer(
            api.POST('/canned-responses', {
              params: { header: { 'Idempotency-Key': key } },
              body: { ...value, shared },
            }),
          ),
    onSettled: () => client.invalidateQueries({ queryKey: cannedQuery.queryKey }),
    onSuccess: () => {
      announce(t.saved);
      navigate(routes.canned());
    },
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const edited = problem?.status === 409 && one !== undefined;

  useEffect(() => {
    if (problem && Object.keys(problem.fieldErrors).length > 0) focusFirstInvalid(form.current);
  }, [problem]);
  // Somebody else's change has been told of: saving again is made on it.
  const now = one?.version ?? 0;
  useEffect(() => {
    if (edited && now > version) setVersion(now);
  }, [edited, now, version]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (save.isPending) return;
    setTried(true);
    if (value.title.trim() && value.body) save.mutate();
    else focusFirstInvalid(form.current);
  }

  return (
    <FormCard ref={form} onSubmit={submit}>
      {problem && Object.keys(problem.fieldErrors).length === 0 && <ProblemNotice error={problem} />}
      {edited && <p>{t.form.edited}</p>}
      <TextField
        label={t.form.title}
        hint={t.form.titleHint}
        value={value.title}
        onValue={(title) => set({ title })}
        maxLength={120}
        required
        error={tried && !value.title.trim() ? t.form.titleMissing : problem?.fieldErrors.title}
      />
      <FieldGrid>
        <TextField
          label={t.form.category}
          optional
          list={categoriesId}
          value={value.category}
          onValue={(category) => set({ category })}
          maxLength={60}
          error={problem?.fieldErrors.category}
        />
        <datalist id={categoriesId}>
          {[...new Set(all.map(({ category }) => category))].filter(Boolean).map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <SelectField
          label={t.form.language}
          value={value.language}
          onValue={(language) => set({ language: language as Canned['language'] })}
          choices={languages.map((language) => ({ value: language, label: d.languageName[language] }))}
        />
      </FieldGrid>
      <fieldset className={classes.topics}>
        <legend>{t.form.topics}</legend>
        <p className={classes.hint}>{t.form.topicsHint}</p>
        <Loaded of={[topics]}>
          {(offered) =>
            offered.map(({ id, name }) => (
              <label key={id} className={classes.topic}>
                <input
                  type="checkbox"
                  checked={value.topicIds.includes(id)}
                  onChange={(event) => {
                    const others = value.topicIds.filter((other) => other !== id);
                    set({ topicIds: event.target.checked ? [...others, id] : others });
                  }}
                />
                {name}
              </label>
            ))
          }
        </Loaded>
      </fieldset>
      {!one && administers(person) && (
        <ChoiceCards
          legend={t.form.who}
          name="shared"
          value={shared ? 'shared' : 'own'}
          onValue={(who) => setShared(who === 'shared')}
          choices={[
            { value: 'own', label: t.form.own, text: t.form.ownText },
            { value: 'shared', label: t.form.shared, text: t.form.sharedText },
          ]}
        />
      )}
      <RichTextField
        label={t.form.body}
        value={value.body}
        onValue={(body) => set({ body })}
        required
        short
        handle={editor}
        error={tried && !value.body ? t.form.bodyMissing : problem?.fieldErrors.body}
      />
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
      {value.body && (
        <section aria-label={t.form.preview} className={classes.preview}>
          <p className={classes.hint}>{t.form.preview}</p>
          <RichText html={fill(value.body, t.samples)} />
        </section>
      )}
      <FormActions>
        <Button type="submit" busy={save.isPending}>
          {t.form.save}
        </Button>
        <LinkButton kind="quiet" href={routes.canned()}>
          {t.cancel}
        </LinkButton>
      </FormActions>
    </FormCard>
  );
}
