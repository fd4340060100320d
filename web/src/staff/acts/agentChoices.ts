import type { Schemas } from '../../api/client';
import type { Choice } from '../../design/control/SelectField';
import { formatDay } from '../../design/dates/format';
import { useLanguage } from '../../i18n/language';
import { useTexts } from '../texts';

type Agent = Schemas['Agent'];

/** The ticket's department first, and in it by name; who is away comes last, as they won't see it. */
export function agentChoices(
  agents: readonly Agent[],
  departmentId: string,
  nameOf: (agent: Agent) => string,
): Choice[] {
  const rank = ({ departments, away }: Agent) =>
    (departments.includes(departmentId) ? 0 : 1) + (away ? 2 : 0);
  return [...agents]
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'es'))
    .map((agent) => ({ value: agent.id, label: nameOf(agent) }));
}

/** «Elena Ruiz (ausente; vuelve el 1 dic 2026)» in the menus to assign from. */
export function useAgentName(): (agent: Agent) => string {
  const t = useTexts().acts;
  const language = useLanguage();
  return ({ name, away, backOn }) => {
    if (!away) return name;
    return backOn ? t.awayUntil({ name, day: formatDay(backOn, language) }) : t.away({ name });
  };
}
