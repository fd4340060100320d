import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { asProblem } from '../../../api/problem';

export type Rule = Schemas['RoutingRule'];
export type Rules = Schemas['RoutingRules'];

export const rulesQuery = queryOptions({
  queryKey: ['routing-rules'],
  queryFn: ({ signal }) => dataOf(api.GET('/routing-rules', { signal })),
});

/** A change of the rules. It is a function, so that it can be applied again to rules that others have changed. */
export type RulesChange = (rules: readonly Rule[]) => Rule[];

/**
 * Saves each change at once, based on the version that is shown. After a conflict the rules are reloaded, and the
 * person can repeat the change.
 */
export function useRulesChange(current: Rules) {
  const client = useQueryClient();
  const { queryKey } = rulesQuery;
  return useMutation({
    mutationFn: (change: RulesChange) =>
      dataOf(api.PUT('/routing-rules', { body: { version: current.version, rules: change(current.rules) } })),
    onSuccess: (saved) => client.setQueryData(queryKey, saved),
    // The mutation stays pending until the rules are reloaded, because a retry before that would be refused again.
    onError: async (error) => {
      if (asProblem(error).status === 409) await client.invalidateQueries({ queryKey });
    },
  });
}

export const withRule =
  (rule: Rule): RulesChange =>
  (rules) =>
    rules.some(({ id }) => id === rule.id)
      ? rules.map((current) => (current.id === rule.id ? rule : current))
      : [...rules, rule];

export const withoutRule =
  (id: string): RulesChange =>
  (rules) =>
    rules.filter((rule) => rule.id !== id);

/** Returns a change that moves a rule. `index` is its new position in the list without the rule. */
export const withRuleAt =
  (id: string, index: number): RulesChange =>
  (rules) => {
    const rest = rules.filter((rule) => rule.id !== id);
    const moved = rules.filter((rule) => rule.id === id);
    return [...rest.slice(0, index), ...moved, ...rest.slice(index)];
  };

export function newRule(): Rule {
  return {
    id: crypto.randomUUID(),
    name: '',
    enabled: true,
    when: { topicIds: [], entities: [], organizationIds: [], words: [], allWords: false },
    method: 'round-robin',
    agentIds: [],
  };
}
