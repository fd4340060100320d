import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../design/control/SelectField';
import { Loaded } from '../../design/states/Loaded';
import { Skeleton } from '../../design/states/States';
import { agentsQuery, departmentsQuery, selectable } from '../directory/queries';
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
  return (
    <ActDialog
      ticket={ticket}
      title={t.transfer}
      submit={t.transfer}
      initial={{ departmentId: '', assigneeId: '', reason: '' }}
      validate={({ departmentId, reason }) => ({
        departmentId: !departmentId && t.departmentMissing,
        reason: !reason.trim() && t.reasonMissing,
      })}
      changeOf={({ assigneeId, ...rest }) => ({ ...rest, assigneeId: assigneeId || null })}
      loading={!departments.data || !agents.data}
      onDone={onDone}
      onClose={onClose}
    >
      {({ values: { departmentId }, set, field }) => (
        <>
          <Loaded queries={[departments, agents]} placeholder={<Skeleton size="control" count={2} />}>
            {(allDepartments, allAgents) => (
              <>
                <SelectField
                  label={t.department}
                  {...field('departmentId')}
                  onValue={(id) => set({ departmentId: id, assigneeId: '' })}
                  placeholder={t.chooseDepartment}
                  choices={selectable(allDepartments)
                    .filter(({ id }) => id !== ticket.department.id)
                    .map(({ id, name }) => ({ value: id, label: name }))}
                  required
                  data-autofocus
                />
                <SelectField
                  label={t.agent}
                  {...field('assigneeId')}
                  placeholder={t.toTheQueue}
                  choices={agentChoices(
                    allAgents.filter((agent) => agent.departments.includes(departmentId)),
                    departmentId,
                    nameOf,
                  )}
                  disabled={!departmentId}
                />
              </>
            )}
          </Loaded>
          <ReasonField {...field('reason')} />
        </>
      )}
    </ActDialog>
  );
}
