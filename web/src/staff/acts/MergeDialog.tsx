import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { listsKey, ticketKey } from '../../api/queries';
import { FieldDialog } from '../../design/dialog/FieldDialog';
import { useBaseVersion } from '../conflict/useBaseVersion';
import { moveCounts } from '../queues/counts';
import { ActProblem } from './ActProblem';
import type { DialogProps } from './dialogProps';
import { useActsTexts } from './texts';

/** A dialog that merges the ticket into another one. The merge closes this ticket (G6). */
export function MergeDialog({ ticket, onDone, onClose }: DialogProps) {
  const t = useActsTexts();
  const client = useQueryClient();
  const base = useBaseVersion(ticket, true);
  const { number } = ticket;
  const merge = useMutation({
    mutationFn: (into: string) =>
      dataOf(
        api.POST('/tickets/{number}/merge', {
          params: { path: { number } },
          body: { into, version: base.current() },
        }),
      ),
    onSuccess: (updated) => {
      moveCounts(client, ticket.queues, updated.queues);
      client.setQueryData(['ticket', number], updated);
      void client.invalidateQueries({ queryKey: ticketKey });
      void client.invalidateQueries({ queryKey: listsKey });
      onDone(updated);
    },
    onError: base.rebase,
  });
  return (
    <FieldDialog
      title={t.merge}
      name="into"
      label={t.mergeInto}
      hint={t.mergeHint}
      missing={t.mergeMissing}
      maxLength={200}
      submit={t.merge}
      send={merge}
      ProblemMessage={ActProblem}
      onClose={onClose}
    >
      <p>{t.mergeText({ number, name: ticket.requester.name })}</p>
    </FieldDialog>
  );
}
