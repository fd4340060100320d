import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { type Language, setLanguage } from '../../i18n/language';
import { type Person, sessionQuery } from '../../session/sessionQuery';

/**
 * Shows the page in the language at once; for someone signed in it also becomes the person's own (E1), even when who that is
 * is only known a moment later.
 */
export function useChooseLanguage(): (language: Language) => void {
  const client = useQueryClient();
  return (language) => {
    setLanguage(language);
    void client
      .ensureQueryData(sessionQuery)
      .then((person) => person && keep(client, person, language))
      // The choice holds on this device even when it could not be kept with the person.
      .catch(() => undefined);
  };
}

async function keep(client: QueryClient, person: Person, language: Language): Promise<void> {
  const changed: Person = { ...person, language };
  client.setQueryData(sessionQuery.queryKey, changed);
  try {
    client.setQueryData(sessionQuery.queryKey, await answer(api.PATCH('/profile', { body: { language } })));
  } finally {
    // Names and messages that the API words come in the new language.
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }
}
