import type { Schemas } from '../../api/client';
import type { Choice } from '../../design/control/SelectField';

type Agent = Schemas['Agent'];

/** The ticket's department first, and in it by name; who is away comes last, as they won't see it. */
export function agentChoices(
  agents: readonly Agent[],
  departmentId: string,
  awayName: (name: string) => string,
): Choice[] {
  const rank = ({ departments, away }: Agent) =>
    (departments.includes(departmentId) ? 0 : 1) + (away ? 2 : 0);
  return [...agents]
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'es'))
    .map(({ id, name, away }) => ({ value: id, label: away ? awayName(name) : name }));
}
