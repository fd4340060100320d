import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SelectField } from '../../design/control/SelectField';
import { ErrorState, Skeleton } from '../../design/states/States';
import { agentsQuery } from '../desk/queries';
import { useTexts } from '../texts';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './Acts';
import { agentChoices } from './agentChoices';

export function AssignDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useTexts().acts;
  const agents = useQuery(agentsQuery);
  const before = ticket.assignee?.id ?? '';
  const [agentId, setAgentId] = useState(before);
  return (
    <ActDialog
      ticket={ticket}
      title={t.assign}
      submit={t.assign}
      change={agentId === before ? undefined : { assigneeId: agentId || null }}
      onDone={onDone}
      onClose={onClose}
    >
      {agents.isPending && <Skeleton size="control" />}
      {agents.isError && <ErrorState error={agents.error} onRetry={() => void agents.refetch()} />}
      {agents.data && (
        <SelectField
          label={t.agent}
          value={agentId}
          onValue={setAgentId}
          placeholder={t.nobody}
          choices={agentChoices(agents.data, ticket.department.id, t.away)}
        />
      )}
    </ActDialog>
  );
}
