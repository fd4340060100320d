import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { type Language, setLanguage } from '../../i18n/language';
import { type Person, sessionQuery } from '../../session/sessionQuery';

/**
 * Returns a function that switches the page's language at once and stores it in the signed-in person's profile (E1),
 * even if the session is still loading.
 */
export function useChooseLanguage(): (language: Language) => void {
  const client = useQueryClient();
  return (language) => {
    setLanguage(language);
    void client
      .ensureQueryData(sessionQuery)
      .then((person) => person && saveInProfile(client, person, language))
      // If storing it in the profile fails, the language still applies on this device.
      .catch(() => undefined);
  };
}

async function saveInProfile(client: QueryClient, person: Person, language: Language): Promise<void> {
  const updated: Person = { ...person, language };
  client.setQueryData(sessionQuery.queryKey, updated);
  try {
    client.setQueryData(sessionQuery.queryKey, await dataOf(api.PATCH('/profile', { body: { language } })));
  } finally {
    // Reload the data, because names and messages from the API depend on the language.
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }
}
