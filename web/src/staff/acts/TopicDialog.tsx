import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { topicsQuery } from '../../api/queries';
import { CheckField } from '../../design/control/CheckField';
import { SelectField } from '../../design/control/SelectField';
import { Loaded } from '../../design/states/Loaded';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './dialogProps';
import { useActsTexts } from './texts';
import { topicChoices } from './topicChoices';

/**
 * A dialog that changes the help topic. It says how the ticket will be reassigned, and the person may keep the agent
 * (G10).
 */
export function TopicDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const topics = useQuery(topicsQuery);
  const current = ticket.topic;
  const [topicId, setTopicId] = useState(current.id);
  const [keepAssignee, setKeepAssignee] = useState(false);
  return (
    <ActDialog
      ticket={ticket}
      title={t.changeTopic}
      submit={t.changeTopic}
      change={topicId === current.id ? undefined : { topicId, keepAssignee }}
      loading={!topics.data}
      onDone={onDone}
      onClose={onClose}
    >
      <Loaded queries={[topics]}>
        {(offered) => (
          <SelectField
            label={t.topic}
            hint={t.topicRoutes}
            value={topicId}
            onValue={setTopicId}
            choices={topicChoices(current, offered)}
          />
        )}
      </Loaded>
      {ticket.assignee && (
        <CheckField
          label={t.keepAssignee({ name: ticket.assignee.name })}
          hint={t.keepAssigneeHint}
          checked={keepAssignee}
          onChecked={setKeepAssignee}
        />
      )}
    </ActDialog>
  );
}
