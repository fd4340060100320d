import { useQuery } from '@tanstack/react-query';
import { mentionOf } from '../../design/richtext/mentionHtml';
import type { Source } from '../../design/richtext/suggest/useSuggest';
import { usePerson } from '../../session/useSession';
import { agentsQuery } from '../directory/queries';
import { colleagues } from './colleagues';
import { useTexts } from './texts';

/** The maximum number of suggestions. */
const maxSuggestions = 8;

/** Returns the source of suggestions for colleagues after «@» in a note (G8). */
export function useMentioning(departmentId: string, enabled: boolean): Source | undefined {
  const t = useTexts();
  const { id: ownId } = usePerson();
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled });
  if (!enabled) return undefined;
  return {
    trigger: '@',
    label: t.colleagues,
    find: (words) =>
      colleagues(agents, words, departmentId, ownId)
        .slice(0, maxSuggestions)
        .map(({ id, name, away }) => ({
          id,
          label: name,
          detail: away ? t.away : undefined,
          // The space prevents text typed next from becoming part of the mention.
          insert: `${mentionOf(id, name)}&nbsp;`,
        })),
  };
}
