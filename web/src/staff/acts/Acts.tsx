import { lazy, Suspense, useState } from 'react';
import type { Ticket } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button, LinkButton } from '../../design/button/Button';
import { Menu } from '../../design/menu/Menu';
import { PrintButton } from '../../design/print/PrintButton';
import { usePerson } from '../../session/useSession';
import { FieldsDialog } from '../extrafields/FieldsDialog';
import { useHasFields } from '../extrafields/useHasFields';
import { useTexts as useInsertTexts } from '../insertarticle/texts';
import { useShortcuts } from '../keyboard/useShortcuts';
import { routes } from '../routes';
import { useTexts as useSplitTexts } from '../split/texts';
import { useMediaQuery } from '../workspace/useMediaQuery';
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
  fields: FieldsDialog,
  merge: MergeDialog,
  split: SplitDialog,
} as const;

/**
 * The acts on a ticket: buttons for the frequent ones, and a menu for the rare ones. Only acts that the server currently
 * allows are shown.
 */
export function Acts({ ticket }: { ticket: Ticket }) {
  const t = useActsTexts();
  const splitTexts = useSplitTexts();
  const insertTexts = useInsertTexts();
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
  const hasFields = useHasFields(ticket);
  const narrow = useMediaQuery('(max-width: 48rem)');
  const acts = (
    [
      ['assign', t.assign, allows('assign'), !narrow],
      ['transfer', t.transfer, allows('transfer'), !narrow],
      ['status', t.changeStatus, statusesToChoose(ticket.actions).length > 0, !narrow],
      ['topic', t.changeTopic, allows('transfer'), false],
      ['fields', t.editFields, allows('transfer') && hasFields, false],
      ['merge', t.merge, allows('merge'), false],
      ['split', splitTexts.title, allows('split'), false],
    ] as const
  ).flatMap(([dialog, label, allowed, frequent]) => (allowed ? [{ dialog, label, frequent }] : []));
  const Dialog = openDialog && dialogs[openDialog];

  return (
    <>
      {canTake && (
        <Button
          small
          kind="secondary"
          icon={narrow ? undefined : 'user'}
          busy={take.isPending}
          onClick={takeTicket}
        >
          {t.take}
        </Button>
      )}
      {acts
        .filter(({ frequent }) => frequent)
        .map(({ dialog, label }) => (
          <Button key={dialog} small kind="secondary" onClick={() => setOpenDialog(dialog)}>
            {label}
          </Button>
        ))}
      <UndoMerge ticket={ticket} />
      <Menu label={t.more}>
        {(close) => (
          <div className={classes.rare}>
            {acts
              .filter(({ frequent }) => !frequent)
              .map(({ dialog, label }) => (
                <Button
                  key={dialog}
                  small
                  kind="quiet"
                  onClick={() => {
                    close();
                    setOpenDialog(dialog);
                  }}
                >
                  {label}
                </Button>
              ))}
            <LinkButton small kind="quiet" href={routes.knowledge('nuevo', ticket.number)}>
              {insertTexts.fromTicket}
            </LinkButton>
            <PrintButton small />
          </div>
        )}
      </Menu>
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
