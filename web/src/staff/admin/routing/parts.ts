import { useQuery } from '@tanstack/react-query';
import { entitiesQuery, topicsQuery } from '../../../api/queries';
import { agentsQuery, departmentsQuery, organizationsQuery } from '../../desk/queries';

interface Named {
  id: string;
  name: string;
}

/** What rules are made of, by name; empty until it has arrived. */
export function useParts() {
  const topics = useQuery(topicsQuery).data ?? [];
  const entities = useQuery(entitiesQuery).data ?? [];
  const organizations = useQuery(organizationsQuery).data ?? [];
  const departments = useQuery(departmentsQuery).data ?? [];
  const agents = useQuery(agentsQuery).data ?? [];
  return { topics, entities, organizations, departments, agents };
}

export const nameIn = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name ?? id;

export const namesIn = (all: readonly Named[], ids: readonly string[]) =>
  ids.map((id) => nameIn(all, id)).join(', ');

export const asChoices = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
