import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { topicsQuery } from '../../api/queries';
import { type Answers, ExtraFields } from '../../design/extrafields/ExtraFields';
import { Loaded } from '../../design/states/Loaded';
import { ActDialog } from '../acts/ActDialog';
import type { DialogProps } from '../acts/dialogProps';
import { useActsTexts } from '../acts/texts';

/** A dialog to edit the answers to the extra fields (N2). */
export function FieldsDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const topics = useQuery(topicsQuery);
  const [changedAnswers, setChangedAnswers] = useState<Answers>({});
  const stored = Object.fromEntries((ticket.fields ?? []).map(({ id, value }) => [id, value]));
  return (
    <ActDialog
      ticket={ticket}
      title={t.editFields}
      submit={t.saveFields}
      change={Object.keys(changedAnswers).length === 0 ? undefined : { fields: changedAnswers }}
      loading={!topics.data}
      onDone={onDone}
      onClose={onClose}
    >
      {(errorOf) => (
        <Loaded queries={[topics]}>
          {(all) => (
            <ExtraFields
              fields={all.find(({ id }) => id === ticket.topicId)?.fields ?? []}
              answers={{ ...stored, ...changedAnswers }}
              onAnswer={(id, answer) => setChangedAnswers({ ...changedAnswers, [id]: answer })}
              errorOf={(id) => errorOf(`fields.${id}`)}
            />
          )}
        </Loaded>
      )}
    </ActDialog>
  );
}
