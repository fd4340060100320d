import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { answer, api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { Button } from '../../design/button/Button';
import { FieldGrid } from '../../design/control/FieldGrid';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { ReadOnlyField } from '../../design/control/ReadOnlyField';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { formatDateTime } from '../../design/dates/format';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../../design/page/Card';
import { useDesignTexts } from '../../design/texts';
import { type Language, languages, useLanguage } from '../../i18n/language';
import { type Person, sessionQuery } from '../../session/sessionQuery';
import { useTexts } from '../texts';
import { timeZoneChoices } from './timeZones';

export function ProfileForm({ person }: { person: Person }) {
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
  const zones = useMemo(() => timeZoneChoices(person.timeZone, t.profile.mexico), [person.timeZone, t]);
  const save = useMutation({
    mutationFn: () =>
      answer(api.PATCH('/profile', { body: { name: name.trim(), phone, language, timeZone } })),
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
      <h2 id="profile-data">{t.profile.dataTitle}</h2>
      <FieldGrid>
        <ReadOnlyField label={t.profile.username} value={person.username} />
        <ReadOnlyField label={t.profile.email} value={person.email} />
      </FieldGrid>
      {person.organization && <ReadOnlyField label={t.profile.organization} value={person.organization} />}
      <TextField
        label={t.profile.name}
        name="name"
        autoComplete="name"
        maxLength={120}
        value={name}
        onValue={setName}
        error={tried && !name.trim() ? t.form.missing.name : refused.name}
        required
      />
      <TextField
        label={t.profile.phone}
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
          label={t.profile.language}
          name="language"
          choices={languages.map((code) => ({ value: code, label: d.languageName[code] }))}
          value={language}
          onValue={(code) => setLanguage(code as Language)}
          error={refused.language}
        />
        <SelectField
          label={t.profile.timeZone}
          name="timeZone"
          choices={zones}
          value={timeZone}
          onValue={setTimeZone}
          hint={t.profile.timeZoneHint(formatDateTime(new Date().toISOString(), shownLanguage, timeZone))}
          error={refused.timeZone}
        />
      </FieldGrid>
      {save.isSuccess && (
        <Notice tone="success" live>
          {t.profile.saved}
        </Notice>
      )}
      {save.error && <ProblemNotice error={save.error} />}
      <FormActions>
        <Button type="submit" busy={save.isPending}>
          {t.profile.save}
        </Button>
      </FormActions>
    </FormCard>
  );
}
