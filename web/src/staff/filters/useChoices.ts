import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { entitiesQuery, topicsQuery } from '../../api/queries';
import type { Choice } from '../../design/control/SelectField';
import type { ServerSearch } from '../../design/search/ServerSearch';
import { useDesignTexts } from '../../design/texts';
import { useOrganizations } from '../directory/organizations';
import { agentsQuery, departmentsQuery } from '../directory/queries';
import { tagsQuery } from '../tags/queries';
import type { ChoiceFilter } from './refinement';
import { useTexts } from './texts';

export interface Choices {
  choices: readonly Choice[];
  /** The queries that load the choices. */
  queries: readonly UseQueryResult<unknown>[];
  /** Searches the choices on the server. */
  search?: ServerSearch | undefined;
}

/** Returns the choices of each filter. */
export function useChoices(
  requesters: Choices,
  selectedOrganizations: readonly string[],
): Record<ChoiceFilter, Choices> {
  const t = useTexts();
  const d = useDesignTexts();
  const agents = useQuery(agentsQuery);
  const tags = useQuery(tagsQuery(''));
  const choicesFrom = (query: UseQueryResult<{ id: string; name: string }[]>): Choices => ({
    choices: (query.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    queries: [query],
  });
  return {
    status: {
      queries: [],
      choices: (['open', 'waiting', 'resolved', 'closed'] as const).map((value) => ({
        value,
        label: d.status[value],
      })),
    },
    priority: {
      queries: [],
      choices: [
        ...(['high', 'medium', 'low'] as const).map((value) => ({ value, label: d.priority[value] })),
        { value: 'none', label: d.priority.unset },
      ],
    },
    agent: {
      choices: [{ value: 'none', label: t.nobody }, ...choicesFrom(agents).choices],
      queries: [agents],
    },
    topic: choicesFrom(useQuery(topicsQuery)),
    department: choicesFrom(useQuery(departmentsQuery)),
    organization: useOrganizations(selectedOrganizations),
    requester: requesters,
    entity: choicesFrom(useQuery(entitiesQuery)),
    tag: { choices: (tags.data ?? []).map(({ tag }) => ({ value: tag, label: tag })), queries: [tags] },
  };
}
