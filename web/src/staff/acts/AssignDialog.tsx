import { useQuery } from '@tanstack/react-query';
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
  return (
    <ActDialog
      ticket={ticket}
      title={t.assign}
      submit={t.assign}
      initial={{ assigneeId: currentId, reason: '' }}
      changeOf={({ assigneeId, reason }) =>
        assigneeId === currentId ? undefined : { assigneeId: assigneeId || null, ...(reason && { reason }) }
      }
      loading={!agents.data}
      onDone={onDone}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          <Loaded queries={[agents]}>
            {(all) => (
              <SelectField
                label={t.agent}
                {...field('assigneeId')}
                placeholder={t.nobody}
                choices={agentChoices(all, ticket.department.id, nameOf)}
                data-autofocus
              />
            )}
          </Loaded>
          <ReasonField {...field('reason')} optional />
        </>
      )}
    </ActDialog>
  );
}
