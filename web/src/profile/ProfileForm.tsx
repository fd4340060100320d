import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { answer, api } from '../api/client';
import { asProblem } from '../api/problem';
import { Button } from '../design/button/Button';
import { FieldGrid } from '../design/control/FieldGrid';
import { focusFirstInvalid } from '../design/control/focusFirstInvalid';
import { ReadOnlyField } from '../design/control/ReadOnlyField';
import { SelectField } from '../design/control/SelectField';
import { TextField } from '../design/control/TextField';
import { formatDateTime } from '../design/dates/format';
import { Notice } from '../design/notice/Notice';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../design/page/Card';
import { useDesignTexts } from '../design/texts';
import { type Language, languages, useLanguage } from '../i18n/language';
import { type Person, sessionQuery } from '../session/sessionQuery';
import { useTexts } from './texts';
import { useTimeZoneChoices } from './timeZones';

interface ProfileFormProps {
  person: Person;
  /** What applies at once, beneath what is saved. */
  children?: ReactNode;
}

/** The person's own data, language and time zone (A3). */
export function ProfileForm({ person, children }: ProfileFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const shownLanguage = useLanguage();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(person.name);
  const [phone, setPhone] = useState(person.phone ?? '');
  const [language, setLanguage] = useState<Language>(person.language);
  const [timeZone, setTimeZone] = useState(person.timeZone);
  const [tried, setTried] = useState(false);
  const zones = useTimeZoneChoices(person.timeZone);
  const save = useMutation({
    mutationFn: () =>
      answer(api.PATCH('/profile', { body: { name: name.trim(), phone: phone.trim(), language, timeZone } })),
    onSuccess: (saved) => {
      client.setQueryData(sessionQuery.queryKey, saved);
      // Names that the API words come in the new language.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    onError: () => focusFirstInvalid(form.current),
  });
  const refused = save.error ? asProblem(save.error).fieldErrors : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    if (save.isPending) return;
    setTried(true);
    if (name.trim()) save.mutate();
    else focusFirstInvalid(form.current);
  }

  return (
    <FormCard ref={form} onSubmit={submit} aria-labelledby="profile-data">
      <h2 id="profile-data">{t.data}</h2>
      <FieldGrid>
        <ReadOnlyField label={t.username} value={person.username} />
        <ReadOnlyField label={t.email} value={person.email} />
      </FieldGrid>
      {person.organization && <ReadOnlyField label={t.organization} value={person.organization} />}
      <TextField
        label={t.name}
        name="name"
        autoComplete="name"
        maxLength={120}
        value={name}
        onValue={setName}
        error={tried && !name.trim() ? t.nameMissing : refused.name}
        required
      />
      <TextField
        label={t.phone}
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={40}
        value={phone}
        onValue={setPhone}
        error={refused.phone}
        optional
      />
      <FieldGrid>
        <SelectField
          label={t.language}
          name="language"
          choices={languages.map((code) => ({ value: code, label: d.languageName[code] }))}
          value={language}
          onValue={(code) => setLanguage(code as Language)}
          error={refused.language}
        />
        <SelectField
          label={t.timeZone}
          name="timeZone"
          choices={zones}
          value={timeZone}
          onValue={setTimeZone}
          hint={t.timeZoneHint({ now: formatDateTime(new Date().toISOString(), shownLanguage, timeZone) })}
          error={refused.timeZone}
        />
      </FieldGrid>
      {save.isSuccess && (
        <Notice tone="success" live>
          {t.saved}
        </Notice>
      )}
      {save.error && <ProblemNotice error={save.error} />}
      <FormActions>
        <Button type="submit" busy={save.isPending}>
          {t.save}
        </Button>
      </FormActions>
      {children}
    </FormCard>
  );
}
