import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { announce } from '../../../design/announce/announce';
import { Button } from '../../../design/button/Button';
import { formatDay } from '../../../design/dates/format';
import { Dialog } from '../../../design/dialog/Dialog';
import { Rows } from '../../../design/list/Rows';
import { Loaded } from '../../../design/states/Loaded';
import { Skeleton } from '../../../design/states/States';
import { useDesignTexts } from '../../../design/texts';
import { useLanguage } from '../../../i18n/language';
import { AvailabilityForm } from '../../availability/AvailabilityForm';
import { agentsQuery, departmentsQuery } from '../../directory/queries';
import { useAdminTexts } from '../texts';
import classes from './Agents.module.css';
import { useAgentsTexts } from './texts';

type Agent = Schemas['Agent'];

/** Lists the agents and edits their availability, for supervisors (N5). */
export default function Agents() {
  const queries = [useQuery(agentsQuery), useQuery(departmentsQuery)] as const;
  return (
    <Loaded queries={queries} layout="page" placeholder={<Skeleton size="row" count={4} />}>
      {(agents, departments) => <AgentList agents={agents} departments={departments} />}
    </Loaded>
  );
}

interface AgentListProps {
  agents: readonly Agent[];
  departments: readonly Schemas['Department'][];
}

function AgentList({ agents, departments }: AgentListProps) {
  const t = useAgentsTexts();
  const { roles } = useDesignTexts();
  const { title } = useAdminTexts().sections.agents;
  const language = useLanguage();
  const [edited, setEdited] = useState<Agent>();

  const departmentsOf = (agent: Agent) =>
    departments
      .filter(({ id }) => agent.departments.includes(id))
      .map(({ name }) => name)
      .join(', ');

  function state(agent: Agent): string {
    if (!agent.away) return t.available;
    return agent.backOn ? t.awayUntil({ day: formatDay(agent.backOn, language) }) : t.away;
  }

  return (
    <>
      <Rows aria-label={title}>
        {agents.map((agent) => (
          <li key={agent.id} className={classes.agent}>
            <div className={classes.who}>
              <h2 className={classes.name}>{agent.name}</h2>
              <p className={classes.soft}>
                {[roles[agent.role], departmentsOf(agent)].filter(Boolean).join(' · ')}
              </p>
            </div>
            <span className={classes.state} data-away={agent.away || undefined}>
              {state(agent)}
            </span>
            <Button
              small
              kind="secondary"
              aria-label={t.changeOf({ name: agent.name })}
              onClick={() => setEdited(agent)}
            >
              {t.change}
            </Button>
          </li>
        ))}
      </Rows>
      {edited && (
        <Dialog title={edited.name} onClose={() => setEdited(undefined)}>
          <AvailabilityForm
            agent={edited}
            own={false}
            onCancel={() => setEdited(undefined)}
            onDone={() => {
              setEdited(undefined);
              announce(t.saved);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
