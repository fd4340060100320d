import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, dataOf } from '../api/client';
import { Button } from '../design/button/Button';
import { FieldGrid } from '../design/control/FieldGrid';
import { ReadOnlyField } from '../design/control/ReadOnlyField';
import { SelectField } from '../design/control/SelectField';
import { TextField } from '../design/control/TextField';
import { formatDateTime } from '../design/dates/format';
import { useForm } from '../design/form/useForm';
import { Notice } from '../design/notice/Notice';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { FormActions, FormCard } from '../design/page/Card';
import { useDesignTexts } from '../design/texts';
import { type Language, languages, useLanguage } from '../i18n/language';
import { type Person, sessionQuery } from '../session/sessionQuery';
import { useTimeZone } from '../session/useSession';
import { useTexts } from './texts';
import { useTimeZoneChoices } from './timeZones';

interface ProfileFormProps {
  person: Person;
  /** Settings that apply at once. They are shown below the settings that have to be saved. */
  children?: ReactNode;
}

type Values = Pick<Person, 'name' | 'language'> & { phone: string; timeZone: string };

/** The form for the person's own data, language and time zone (A6). */
export function ProfileForm({ person, children }: ProfileFormProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const shownLanguage = useLanguage();
  const client = useQueryClient();
  const timeZone = useTimeZone();
  const zones = useTimeZoneChoices(timeZone);
  const save = useMutation({
    mutationFn: ({ name, phone, ...rest }: Values) =>
      dataOf(api.PATCH('/profile', { body: { name: name.trim(), phone: phone.trim(), ...rest } })),
    onSuccess: (saved) => {
      client.setQueryData(sessionQuery.queryKey, saved);
      // Names and messages from the API are in the person's language, which may have changed.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
  const { values, set, field, errorOf, formProps } = useForm<Values>({
    initial: {
      name: person.name,
      phone: person.phone ?? '',
      language: person.language,
      timeZone,
    },
    validate: ({ name }) => ({ name: !name.trim() && t.nameMissing }),
    request: save,
    onSubmit: save.mutate,
  });

  return (
    <FormCard {...formProps} aria-labelledby="profile-data">
      <h2 id="profile-data">{t.data}</h2>
      <FieldGrid>
        <ReadOnlyField label={t.username} value={person.username} />
        <ReadOnlyField label={t.email} value={person.email} />
      </FieldGrid>
      {person.organization && <ReadOnlyField label={t.organization} value={person.organization} />}
      <TextField label={t.name} name="name" autoComplete="name" maxLength={120} {...field('name')} required />
      <TextField
        label={t.phone}
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={40}
        {...field('phone')}
        optional
      />
      <FieldGrid>
        <SelectField
          label={t.language}
          name="language"
          choices={languages.map((code) => ({ value: code, label: d.languageName[code] }))}
          value={values.language}
          onValue={(code) => set({ language: code as Language })}
          error={errorOf('language')}
        />
        <SelectField
          label={t.timeZone}
          name="timeZone"
          choices={zones}
          {...field('timeZone')}
          hint={t.timeZoneHint({
            now: formatDateTime(new Date().toISOString(), shownLanguage, values.timeZone),
          })}
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
