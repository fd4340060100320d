import { useQuery } from '@tanstack/react-query';
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
  const stored = Object.fromEntries((ticket.fields ?? []).map(({ id, value }) => [id, value]));
  return (
    <ActDialog<{ fields: Answers }>
      ticket={ticket}
      title={t.editFields}
      submit={t.saveFields}
      initial={{ fields: {} }}
      changeOf={(changed) => (Object.keys(changed.fields).length === 0 ? undefined : changed)}
      loading={!topics.data}
      onDone={onDone}
      onClose={onClose}
    >
      {({ values: { fields: changedAnswers }, set, errorOf }) => (
        <Loaded queries={[topics]}>
          {(all) => (
            <ExtraFields
              fields={all.find(({ id }) => id === ticket.topicId)?.fields ?? []}
              answers={{ ...stored, ...changedAnswers }}
              onAnswer={(id, answer) => set({ fields: { ...changedAnswers, [id]: answer } })}
              errorOf={(id) => errorOf(`fields.${id}`)}
            />
          )}
        </Loaded>
      )}
    </ActDialog>
  );
}
