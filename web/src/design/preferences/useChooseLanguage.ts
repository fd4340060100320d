import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { type Language, setLanguage } from '../../i18n/language';
import { type Person, sessionQuery } from '../../session/sessionQuery';
import { useSession } from '../../session/useSession';

/** Shows the page in the language at once; for someone signed in it also becomes the person's own (E1). */
export function useChooseLanguage(): (language: Language) => void {
  const { person } = useSession();
  const client = useQueryClient();
  return (language) => {
    setLanguage(language);
    if (!person) return;
    const changed: Person = { ...person, language };
    client.setQueryData(sessionQuery.queryKey, changed);
    void answer(api.PATCH('/profile', { body: { language } }))
      .then((saved) => client.setQueryData(sessionQuery.queryKey, saved))
      // The choice holds on this device even when it could not be kept with the person.
      .catch(() => undefined)
      // Names and messages that the API words come in the new language.
      .then(() => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }));
  };
}
