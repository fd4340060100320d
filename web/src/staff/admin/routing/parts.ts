import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../../api/client';
import { entitiesQuery, topicsQuery } from '../../../api/queries';
import { agentsQuery, departmentsQuery, organizationsQuery } from '../../desk/queries';

interface Named {
  id: string;
  name: string;
}

/** The topics, entities, organizations, departments and agents that rules refer to. */
export interface Parts {
  topics: readonly Schemas['Topic'][];
  entities: readonly Named[];
  organizations: readonly Named[];
  departments: readonly Named[];
  agents: readonly Schemas['Agent'][];
}

/** Returns the queries of the parts, in the order of `Parts`. */
export function useParts() {
  return [
    useQuery(topicsQuery),
    useQuery(entitiesQuery),
    useQuery(organizationsQuery),
    useQuery(departmentsQuery),
    useQuery(agentsQuery),
  ] as const;
}

export const nameIn = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name ?? id;

export const namesIn = (all: readonly Named[], ids: readonly string[]) =>
  ids.map((id) => nameIn(all, id)).join(', ');

export const asChoices = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
