import type { Schemas } from '../../api/client';
import { useDesignTexts } from '../../design/texts';
import type { Move } from '../../drafts/UnsentNotice';
import type { DraftHandle } from '../../drafts/useDraft';
import { useMoveToDraft } from '../../drafts/useMoveToDraft';
import { relatedDraft, relatedPurpose, ticketShape } from '../newticket/submission';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { emptyReply, type ReplyDraft, replyPurpose, replyShape } from './replyDraft';

/**
 * Returns the buttons that move a reply that the ticket no longer accepts: to the target of the merge, or to
 * a new, related ticket.
 */
export function useReplyMoves(ticket: Schemas['Ticket'], draft: DraftHandle<ReplyDraft>): Move[] {
  const t = useTexts().reply;
  const d = useDesignTexts().drafts.unsent;
  const moveTo = useMoveToDraft({ html: draft.value.body, files: draft.value.files }, draft.clear);
  const { mergedInto } = ticket;
  if (mergedInto) {
    const target = { ...replyShape, purpose: replyPurpose(mergedInto), empty: emptyReply };
    return [
      { label: d.moveTo({ number: mergedInto }), run: () => moveTo(target, routes.ticket(mergedInto)) },
    ];
  }
  if (ticket.status !== 'closed') return [];
  const target = { ...ticketShape, purpose: relatedPurpose(ticket.number), empty: relatedDraft(ticket) };
  return [{ label: t.moveToNew, run: () => moveTo(target, routes.relatedTicket(ticket.number)) }];
}
