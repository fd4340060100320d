import type { Schemas } from '../../../api/client';
import { CheckList } from '../../../design/control/CheckList';
import { SelectField } from '../../../design/control/SelectField';
import { selectable } from '../../directory/queries';
import { asChoices } from './references';
import { useRoutingTexts } from './texts';

type Agent = Schemas['Agent'];
type Method = Schemas['RoutingMethod'];

/** How the tickets of a rule or a topic are assigned, and to whom. */
export interface Routing {
  method: Method;
  agentIds: string[];
  teamId?: string | undefined;
}

interface RoutingFieldsProps {
  value: Routing;
  onValue: (part: Partial<Routing>) => void;
  agents: readonly Agent[];
  teams: readonly Schemas['Team'][];
  errorOf: (field: string) => string | undefined;
}

export function RoutingFields({ value, onValue, agents, teams, errorOf }: RoutingFieldsProps) {
  const d = useRoutingTexts().dialog;
  const choices = agents
    .filter(({ role }) => role === 'agent')
    .map(({ id, name, away }) => ({ value: id, label: away ? d.away({ name }) : name }));
  return (
    <>
      <SelectField
        label={d.method}
        value={value.method}
        onValue={(method) => onValue({ method: method as Method })}
        choices={(['round-robin', 'least-loaded', 'fixed'] as const).map((method) => ({
          value: method,
          label: d.methods[method],
        }))}
        error={errorOf('method')}
      />
      {value.method === 'fixed' ? (
        <SelectField
          label={d.agent}
          value={value.agentIds[0] ?? ''}
          onValue={(id) => onValue({ agentIds: id ? [id] : [] })}
          placeholder={d.chooseAgent}
          choices={choices}
          error={errorOf('agentIds')}
          required
        />
      ) : (
        <CheckList
          label={d.agents}
          none={d.everyone}
          choices={choices}
          values={value.agentIds}
          onValues={(agentIds) => onValue({ agentIds })}
          error={errorOf('agentIds')}
        />
      )}
      <SelectField
        label={d.team}
        placeholder={d.noTeam}
        hint={d.teamHint}
        choices={asChoices(selectable(teams, value.teamId))}
        value={value.teamId ?? ''}
        onValue={(id) => onValue({ teamId: id || undefined })}
        error={errorOf('teamId')}
      />
    </>
  );
}
