import type { Schemas } from '../../api/client';
import type { Choice } from '../../design/control/SelectField';
import { formatDay } from '../../design/dates/format';
import { useLanguage } from '../../i18n/language';
import { useActsTexts } from './texts';

type Agent = Schemas['Agent'];

/**
 * Returns the agents as choices, sorted: available agents first, then agents of the department, then by name.
 */
export function agentChoices(
  agents: readonly Agent[],
  departmentId: string,
  nameOf: (agent: Agent) => string,
): Choice[] {
  const rank = ({ departments, away }: Agent) =>
    (departments.includes(departmentId) ? 0 : 1) + (away ? 2 : 0);
  return [...agents]
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'es'))
    .map((agent) => ({ value: agent.id, label: nameOf(agent) }));
}

/** Returns a function that names an agent and their absence, such as «Elena Ruiz (ausente; vuelve el 1 dic 2026)». */
export function useAgentName(): (agent: Agent) => string {
  const t = useActsTexts();
  const language = useLanguage();
  return ({ name, away, backOn }) => {
    if (!away) return name;
    return backOn ? t.awayUntil({ name, day: formatDay(backOn, language) }) : t.away({ name });
  };
}
