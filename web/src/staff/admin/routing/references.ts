import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../../api/client';
import { entitiesQuery, topicsQuery } from '../../../api/queries';
import { agentsQuery, departmentsQuery, organizationsQuery } from '../../directory/queries';

interface Named {
  id: string;
  name: string;
}

/** The topics, entities, organizations, departments and agents that rules refer to. */
export interface RuleReferences {
  topics: readonly Schemas['Topic'][];
  entities: readonly Named[];
  organizations: readonly Named[];
  departments: readonly Named[];
  agents: readonly Schemas['Agent'][];
}

/** Returns the queries of the references, in the order of `RuleReferences`. */
export function useRuleReferences() {
  return [
    useQuery(topicsQuery),
    useQuery(entitiesQuery),
    useQuery(organizationsQuery),
    useQuery(departmentsQuery),
    useQuery(agentsQuery),
  ] as const;
}

export const nameIn = (all: readonly Named[], id: string) => all.find((item) => item.id === id)?.name ?? id;

export const namesIn = (all: readonly Named[], ids: readonly string[]) =>
  ids.map((id) => nameIn(all, id)).join(', ');

export const asChoices = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
