import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SelectField } from '../../design/control/SelectField';
import { Loaded } from '../../design/states/Loaded';
import { Skeleton } from '../../design/states/States';
import { agentsQuery, departmentsQuery } from '../directory/queries';
import { ActDialog } from './ActDialog';
import { agentChoices, useAgentName } from './agentChoices';
import type { DialogProps } from './dialogProps';
import { ReasonField } from './ReasonField';
import { useActsTexts } from './texts';

/**
 * A dialog that transfers the ticket to another department, and there to an agent or to nobody. A reason is required
 * (G2).
 */
export function TransferDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const departments = useQuery(departmentsQuery);
  const agents = useQuery(agentsQuery);
  const nameOf = useAgentName();
  const [departmentId, setDepartmentId] = useState('');
  const [agentId, setAgentId] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      ticket={ticket}
      title={t.transfer}
      submit={t.transfer}
      change={{ departmentId, reason, assigneeId: agentId || null }}
      invalid={{
        departmentId: !departmentId && t.departmentMissing,
        reason: !reason.trim() && t.reasonMissing,
      }}
      loading={!departments.data || !agents.data}
      onDone={onDone}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <Loaded queries={[departments, agents]} placeholder={<Skeleton size="control" count={2} />}>
            {(allDepartments, allAgents) => (
              <>
                <SelectField
                  label={t.department}
                  value={departmentId}
                  onValue={(id) => {
                    setDepartmentId(id);
                    setAgentId('');
                  }}
                  placeholder={t.chooseDepartment}
                  choices={allDepartments
                    .filter(({ id }) => id !== ticket.department.id)
                    .map(({ id, name }) => ({ value: id, label: name }))}
                  error={errorOf('departmentId')}
                  required
                  data-autofocus
                />
                <SelectField
                  label={t.agent}
                  value={agentId}
                  onValue={setAgentId}
                  placeholder={t.toTheQueue}
                  choices={agentChoices(
                    allAgents.filter((agent) => agent.departments.includes(departmentId)),
                    departmentId,
                    nameOf,
                  )}
                  error={errorOf('assigneeId')}
                  disabled={!departmentId}
                />
              </>
            )}
          </Loaded>
          <ReasonField value={reason} onValue={setReason} error={errorOf('reason')} />
        </>
      )}
    </ActDialog>
  );
}
