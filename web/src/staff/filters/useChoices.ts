import { useQuery } from '@tanstack/react-query';
import { entitiesQuery, topicsQuery } from '../../api/queries';
import type { Choice } from '../../design/control/SelectField';
import { useDesignTexts } from '../../design/texts';
import { agentsQuery, departmentsQuery, organizationsQuery } from '../desk/queries';
import { tagsQuery } from '../tags/queries';
import type { ChoiceFilter } from './refinement';
import { useTexts } from './texts';

/** What each filter can be set to; of all requesters, those that are met in the list. */
export function useChoices(requesters: readonly Choice[]): Record<ChoiceFilter, readonly Choice[]> {
  const t = useTexts();
  const d = useDesignTexts();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: topics = [] } = useQuery(topicsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const { data: entities = [] } = useQuery(entitiesQuery);
  const { data: organizations = [] } = useQuery(organizationsQuery);
  const { data: tags = [] } = useQuery(tagsQuery(''));
  const named = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });
  return {
    status: (['open', 'waiting', 'resolved', 'closed'] as const).map((value) => ({
      value,
      label: d.status[value],
    })),
    priority: [
      ...(['high', 'medium', 'low'] as const).map((value) => ({ value, label: d.priority[value] })),
      { value: 'none', label: d.priority.unset },
    ],
    agent: [{ value: 'none', label: t.nobody }, ...agents.map(named)],
    topic: topics.map(named),
    department: departments.map(named),
    organization: organizations.map(named),
    requester: requesters,
    entity: entities.map(named),
    tag: tags.map(({ tag }) => ({ value: tag, label: tag })),
  };
}
