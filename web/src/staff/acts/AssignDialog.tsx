import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SelectField } from '../../design/control/SelectField';
import { Loaded } from '../../design/states/Loaded';
import { agentsQuery } from '../directory/queries';
import { ActDialog } from './ActDialog';
import { agentChoices, useAgentName } from './agentChoices';
import type { DialogProps } from './dialogProps';
import { ReasonField } from './ReasonField';
import { useActsTexts } from './texts';

export function AssignDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const nameOf = useAgentName();
  const agents = useQuery(agentsQuery);
  const currentId = ticket.assignee?.id ?? '';
  const [agentId, setAgentId] = useState(currentId);
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      ticket={ticket}
      title={t.assign}
      submit={t.assign}
      change={agentId === currentId ? undefined : { assigneeId: agentId || null, ...(reason && { reason }) }}
      loading={!agents.data}
      onDone={onDone}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <Loaded queries={[agents]}>
            {(all) => (
              <SelectField
                label={t.agent}
                value={agentId}
                onValue={setAgentId}
                placeholder={t.nobody}
                choices={agentChoices(all, ticket.department.id, nameOf)}
                data-autofocus
              />
            )}
          </Loaded>
          <ReasonField value={reason} onValue={setReason} error={errorOf('reason')} optional />
        </>
      )}
    </ActDialog>
  );
}
