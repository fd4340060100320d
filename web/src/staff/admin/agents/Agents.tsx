import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { announce } from '../../../design/announce/announce';
import { Button } from '../../../design/button/Button';
import { formatDay } from '../../../design/dates/format';
import { Dialog } from '../../../design/dialog/Dialog';
import { Rows } from '../../../design/list/Rows';
import { ErrorState, Skeleton } from '../../../design/states/States';
import { useLanguage } from '../../../i18n/language';
import { AvailabilityForm } from '../../availability/AvailabilityForm';
import { agentsQuery, departmentsQuery } from '../../desk/queries';
import { useAdminTexts } from '../texts';
import classes from './Agents.module.css';
import { useAgentsTexts } from './texts';

type Agent = Schemas['Agent'];

/** Who is there and who is away (D1), for supervisors to set right. */
export default function Agents() {
  const t = useAgentsTexts();
  const { title } = useAdminTexts().sections.agents;
  const language = useLanguage();
  const agents = useQuery(agentsQuery);
  const departments = useQuery(departmentsQuery).data ?? [];
  const [open, setOpen] = useState<Agent>();
  if (agents.isPending) return <Skeleton size="row" count={4} />;
  if (!agents.data) return <ErrorState error={agents.error} onRetry={() => void agents.refetch()} />;

  const departmentsOf = (agent: Agent) =>
    departments
      .filter(({ id }) => agent.departments.includes(id))
      .map(({ name }) => name)
      .join(', ');

  function state(agent: Agent): string {
    if (!agent.away) return t.here;
    return agent.backOn ? t.awayUntil(formatDay(agent.backOn, language)) : t.away;
  }

  return (
    <>
      <Rows aria-label={title}>
        {agents.data.map((agent) => (
          <li key={agent.id} className={classes.agent}>
            <div className={classes.who}>
              <h2 className={classes.name}>{agent.name}</h2>
              <p className={classes.soft}>
                {[t.roles[agent.role], departmentsOf(agent)].filter(Boolean).join(' · ')}
              </p>
            </div>
            <span className={classes.state} data-away={agent.away || undefined}>
              {state(agent)}
            </span>
            <Button small kind="secondary" aria-label={t.changeOf(agent.name)} onClick={() => setOpen(agent)}>
              {t.change}
            </Button>
          </li>
        ))}
      </Rows>
      {open && (
        <Dialog title={open.name} onClose={() => setOpen(undefined)}>
          <AvailabilityForm
            agent={open}
            own={false}
            onCancel={() => setOpen(undefined)}
            onDone={() => {
              setOpen(undefined);
              announce(t.saved);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
