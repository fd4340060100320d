import { useQuery } from '@tanstack/react-query';
import { mentionOf } from '../../design/richtext/mentionHtml';
import type { Source } from '../../design/richtext/suggest/useSuggest';
import { usePerson } from '../../session/useSession';
import { agentsQuery } from '../desk/queries';
import { colleagues } from './colleagues';
import { useTexts } from './texts';

/** What a list at the caret shows at once; more letters narrow it. */
const most = 8;

/** «@» offers colleagues in a note. */
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
        .slice(0, most)
        .map(({ id, name, away }) => ({
          id,
          label: name,
          detail: away ? t.away : undefined,
          // What is typed next is not of the name.
          insert: `${mentionOf(id, name)}&nbsp;`,
        })),
  };
}
