import type { Schemas } from '../../api/client';
import { score } from '../keyboard/fuzzy';

type Agent = Schemas['Agent'];

/**
 * Returns the colleagues who match the typed words, best match first. Without words, those of the ticket's department
 * come first.
 */
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
    .sort((a, b) => points(b) - points(a) || a.name.localeCompare(b.name, 'es'));
}
