import { lazy, Suspense, useState } from 'react';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { usePerson } from '../../session/useSession';
import { EditFields } from '../extrafields/EditFields';
import { useShortcuts } from '../keyboard/useShortcuts';
import { useTexts as useSplitTexts } from '../split/texts';
import { ActProblem } from './ActProblem';
import classes from './Acts.module.css';
import { AssignDialog } from './AssignDialog';
import { MergeDialog } from './MergeDialog';
import { StatusDialog } from './StatusDialog';
import { statusesToChoose } from './statusesToChoose';
import { TopicDialog } from './TopicDialog';
import { TransferDialog } from './TransferDialog';
import { useActsTexts } from './texts';
import { UndoMerge } from './UndoMerge';
import { useTicketChange } from './useTicketChange';

const SplitDialog = lazy(() => import('../split/SplitDialog'));

const dialogs = {
  assign: AssignDialog,
  transfer: TransferDialog,
  topic: TopicDialog,
  status: StatusDialog,
  merge: MergeDialog,
  split: SplitDialog,
} as const;

/**
 * The buttons to take a ticket and to open the dialogs of acts. Only acts that the server currently allows
 * are shown.
 */
export function Acts({ ticket }: { ticket: Ticket }) {
  const t = useActsTexts();
  const splitTexts = useSplitTexts();
  const person = usePerson();
  const [openDialog, setOpenDialog] = useState<keyof typeof dialogs>();
  const take = useTicketChange(ticket, () => announce(t.taken));
  const allows = (action: Ticket['actions'][number]) => ticket.actions.includes(action);
  const canTake = allows('assign') && ticket.assignee?.id !== person.id;
  const takeTicket = () => !take.isPending && take.mutate({ assigneeId: person.id });
  useShortcuts('ticket', [
    canTake && { id: 'take', label: t.take, keys: 't', run: takeTicket },
    allows('assign') && { id: 'assign', label: t.assign, keys: 'a', run: () => setOpenDialog('assign') },
    allows('transfer') && {
      id: 'transfer',
      label: t.transfer,
      keys: 'x',
      run: () => setOpenDialog('transfer'),
    },
    allows('merge') && { id: 'merge', label: t.merge, run: () => setOpenDialog('merge') },
    allows('split') && { id: 'split', label: splitTexts.title, run: () => setOpenDialog('split') },
  ]);
  const Dialog = openDialog && dialogs[openDialog];

  return (
    <>
      {canTake && (
        <Button small kind="secondary" icon="user" busy={take.isPending} onClick={takeTicket}>
          {t.take}
        </Button>
      )}
      {allows('assign') && (
        <Button small kind="secondary" onClick={() => setOpenDialog('assign')}>
          {t.assign}
        </Button>
      )}
      {allows('transfer') && (
        <Button small kind="secondary" onClick={() => setOpenDialog('transfer')}>
          {t.transfer}
        </Button>
      )}
      {allows('transfer') && (
        <Button small kind="secondary" onClick={() => setOpenDialog('topic')}>
          {t.changeTopic}
        </Button>
      )}
      <EditFields ticket={ticket} />
      {statusesToChoose(ticket.actions).length > 0 && (
        <Button small kind="secondary" onClick={() => setOpenDialog('status')}>
          {t.changeStatus}
        </Button>
      )}
      <UndoMerge ticket={ticket} />
      {allows('merge') && (
        <Button small kind="secondary" onClick={() => setOpenDialog('merge')}>
          {t.merge}
        </Button>
      )}
      {allows('split') && (
        <Button small kind="secondary" onClick={() => setOpenDialog('split')}>
          {splitTexts.title}
        </Button>
      )}
      {take.error && (
        <div className={classes.outcome}>
          <ActProblem error={take.error} />
        </div>
      )}
      {Dialog && (
        <Suspense fallback={null}>
          <Dialog
            ticket={ticket}
            onClose={() => setOpenDialog(undefined)}
            onDone={() => {
              setOpenDialog(undefined);
              announce(t.done);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
