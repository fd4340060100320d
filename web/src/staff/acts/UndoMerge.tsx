import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { type Ticket, ticketKey } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { showUpdated } from './showUpdated';
import { useActsTexts } from './texts';

/** A button that undoes the merge of the ticket into another one, while the server allows it (G6). */
export function UndoMerge({ ticket }: { ticket: Ticket }) {
  const t = useActsTexts();
  const client = useQueryClient();
  const { number } = ticket;
  const undo = useMutation({
    mutationFn: () => dataOf(api.DELETE('/tickets/{number}/merge', { params: { path: { number } } })),
    onSuccess: (updated) => {
      showUpdated(client, ticket, updated);
      void client.invalidateQueries({ queryKey: ticketKey });
      announce(t.mergeUndone);
    },
  });
  if (!ticket.actions.includes('undo-merge')) return null;
  return (
    <>
      <Button small kind="secondary" busy={undo.isPending} onClick={() => undo.mutate()}>
        {t.undoMerge}
      </Button>
      {undo.error && <ProblemNotice error={undo.error} />}
    </>
  );
}
