import type { Schemas } from '../../api/client';
import { score } from '../keyboard/fuzzy';

type Agent = Schemas['Agent'];

/** Those who answer to what was typed, the best first: of the ticket's department before others, then by name. */
export function colleagues(
  agents: readonly Agent[],
  words: string,
  departmentId: string,
  ownId: string,
): Agent[] {
  const points = (agent: Agent) =>
    words === '' ? Number(agent.departments.includes(departmentId)) : score(words, agent.name);
  return agents
    .filter(({ id, name }) => id !== ownId && score(words, name) > 0)
    .sort((one, other) => points(other) - points(one) || one.name.localeCompare(other.name, 'es'));
}
