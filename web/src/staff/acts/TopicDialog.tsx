import { useQuery } from '@tanstack/react-query';
import { topicsQuery } from '../../api/queries';
import { CheckField } from '../../design/control/CheckField';
import { SelectField } from '../../design/control/SelectField';
import { Loaded } from '../../design/states/Loaded';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './dialogProps';
import { useActsTexts } from './texts';
import { topicChoices } from './topicChoices';

/**
 * A dialog that changes the help topic. A hint explains that the ticket will be routed again. With the
 * checkbox, the assignee does not change (G10).
 */
export function TopicDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const topics = useQuery(topicsQuery);
  const current = ticket.topic;
  return (
    <ActDialog
      ticket={ticket}
      title={t.changeTopic}
      submit={t.changeTopic}
      initial={{ topicId: current.id, keepAssignee: false }}
      changeOf={(values) => (values.topicId === current.id ? undefined : values)}
      loading={!topics.data}
      onDone={onDone}
      onClose={onClose}
    >
      {({ values, set, field }) => (
        <>
          <Loaded queries={[topics]}>
            {(offered) => (
              <SelectField
                label={t.topic}
                hint={t.topicRoutes}
                {...field('topicId')}
                choices={topicChoices(current, offered)}
              />
            )}
          </Loaded>
          {ticket.assignee && (
            <CheckField
              label={t.keepAssignee({ name: ticket.assignee.name })}
              hint={t.keepAssigneeHint}
              checked={values.keepAssignee}
              onChecked={(keepAssignee) => set({ keepAssignee })}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
