import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client';
import { asProblem } from '../../../api/problem';

export type Rule = Schemas['RoutingRule'];
export type Rules = Schemas['RoutingRules'];

export const rulesQuery = queryOptions({
  queryKey: ['routing-rules'],
  queryFn: ({ signal }) => answer(api.GET('/routing-rules', { signal })),
});

/** What a change makes of the rules, whatever they are by then. */
export type RulesChange = (rules: readonly Rule[]) => Rule[];

/**
 * Each change is kept at once, on the version that is shown. When others came first the rules are read again, and the same
 * change can be made on them.
 */
export function useRulesChange(shown: Rules) {
  const client = useQueryClient();
  const { queryKey } = rulesQuery;
  return useMutation({
    mutationFn: (change: RulesChange) =>
      answer(api.PUT('/routing-rules', { body: { version: shown.version, rules: change(shown.rules) } })),
    onSuccess: (kept) => client.setQueryData(queryKey, kept),
    // It is under way until they are read: trying again before would be refused again.
    onError: async (error) => {
      if (asProblem(error).status === 409) await client.invalidateQueries({ queryKey });
    },
  });
}

export const withRule =
  (rule: Rule): RulesChange =>
  (rules) =>
    rules.some(({ id }) => id === rule.id)
      ? rules.map((one) => (one.id === rule.id ? rule : one))
      : [...rules, rule];

export const withoutRule =
  (id: string): RulesChange =>
  (rules) =>
    rules.filter((rule) => rule.id !== id);

/** Puts a rule at a place, counted from 0 in the list without it. */
export const withRuleAt =
  (id: string, place: number): RulesChange =>
  (rules) => {
    const rest = rules.filter((rule) => rule.id !== id);
    const moved = rules.filter((rule) => rule.id === id);
    return [...rest.slice(0, place), ...moved, ...rest.slice(place)];
  };

export function newRule(): Rule {
  return {
    id: crypto.randomUUID(),
    name: '',
    enabled: true,
    when: { topicIds: [], entities: [], organizationIds: [], words: [], allWords: false },
    method: 'round-robin',
    agentIds: [],
    teamIds: [],
  };
}
