import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SelectField } from '../../design/control/SelectField';
import { ErrorState, Skeleton } from '../../design/states/States';
import { agentsQuery } from '../desk/queries';
import { useTexts } from '../texts';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './Acts';
import { agentChoices, useAgentName } from './agentChoices';
import { ReasonField } from './ReasonField';

export function AssignDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useTexts().acts;
  const nameOf = useAgentName();
  const agents = useQuery(agentsQuery);
  const before = ticket.assignee?.id ?? '';
  const [agentId, setAgentId] = useState(before);
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      ticket={ticket}
      title={t.assign}
      submit={t.assign}
      change={agentId === before ? undefined : { assigneeId: agentId || null, ...(reason && { reason }) }}
      onDone={onDone}
      onClose={onClose}
    >
      {(_, errors) => (
        <>
          {agents.isPending && <Skeleton size="control" />}
          {agents.isError && <ErrorState error={agents.error} onRetry={() => void agents.refetch()} />}
          {agents.data && (
            <SelectField
              label={t.agent}
              value={agentId}
              onValue={setAgentId}
              placeholder={t.nobody}
              choices={agentChoices(agents.data, ticket.department.id, nameOf)}
              data-autofocus
            />
          )}
          <ReasonField value={reason} onValue={setReason} error={errors.reason} optional />
        </>
      )}
    </ActDialog>
  );
}
