import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../../api/client';
import { entitiesQuery, topicsQuery } from '../../../api/queries';
import { useOrganizationNames } from '../../directory/organizations';
import { agentsQuery, departmentsQuery, teamsQuery } from '../../directory/queries';
import type { Rules } from './rules';

interface Named {
  id: string;
  name: string;
}

/**
 * The topics, entities, departments, teams and agents that rules can refer to, and the organizations that the rules of the desk
 * refer to.
 */
export interface RuleReferences {
  topics: readonly Schemas['Topic'][];
  entities: readonly Named[];
  organizations: readonly Named[];
  departments: readonly Schemas['DepartmentSettings'][];
  teams: readonly Schemas['Team'][];
  agents: readonly Schemas['Agent'][];
}

/**
 * Returns the queries of the references of rules, and the organizations. The page does not wait for their names, because
 * a failed request for names must not close a rule that is being edited.
 */
export function useRuleReferences(rules: Rules | undefined) {
  const organizationIds = rules?.rules.flatMap(({ when }) => when.organizationIds) ?? [];
  return {
    organizations: useOrganizationNames(organizationIds).organizations,
    queries: [
      useQuery(topicsQuery),
      useQuery(entitiesQuery),
      useQuery(departmentsQuery),
      useQuery(agentsQuery),
      useQuery(teamsQuery),
    ] as const,
  };
}

export const nameIn = (all: readonly Named[], id: string) => all.find((item) => item.id === id)?.name ?? id;

export const namesIn = (all: readonly Named[], ids: readonly string[]) =>
  ids.map((id) => nameIn(all, id)).join(', ');

export const asChoices = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
