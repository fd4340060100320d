import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { topicsQuery } from '../../api/queries';
import { SelectField } from '../../design/control/SelectField';
import { ErrorState, Skeleton } from '../../design/states/States';
import { departmentsQuery } from '../desk/queries';
import { useTexts } from '../texts';
import { ActDialog } from './ActDialog';
import type { DialogProps } from './Acts';
import type { Change } from './useTicketChange';

interface Named {
  id: string;
  name: string;
}

/** To another department. */
export function TransferDialog(props: DialogProps) {
  const t = useTexts().acts;
  const departments = useQuery(departmentsQuery);
  return (
    <MoveDialog
      {...props}
      title={t.transfer}
      label={t.department}
      found={departments}
      before={props.ticket.department}
      changeTo={(departmentId) => ({ departmentId })}
    />
  );
}

/** To another help topic. */
export function TopicDialog(props: DialogProps) {
  const t = useTexts().acts;
  const topics = useQuery(topicsQuery);
  return (
    <MoveDialog
      {...props}
      title={t.changeTopic}
      label={t.topic}
      found={topics}
      before={props.ticket.topic}
      changeTo={(topicId) => ({ topicId })}
    />
  );
}

interface MoveDialogProps extends DialogProps {
  title: string;
  label: string;
  found: UseQueryResult<readonly Named[]>;
  before: Named;
  changeTo: (id: string) => Change;
}

function MoveDialog({ ticket, title, label, found, before, changeTo, onDone, onClose }: MoveDialogProps) {
  const [id, setId] = useState(before.id);
  const known = found.data ?? [];
  // Where it is now may no longer be offered.
  const offered = known.some((one) => one.id === before.id) ? known : [before, ...known];
  return (
    <ActDialog
      ticket={ticket}
      title={title}
      submit={title}
      change={id === before.id ? undefined : changeTo(id)}
      onDone={onDone}
      onClose={onClose}
    >
      {found.isPending && <Skeleton size="control" />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <SelectField
          label={label}
          value={id}
          onValue={setId}
          choices={offered.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
    </ActDialog>
  );
}
