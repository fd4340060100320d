import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Schemas } from '../../api/client';
import type { Move } from '../../drafts/UnsentNotice';
import { type MoveTarget, moveToDraft } from '../../drafts/unsent';
import type { DraftHandle } from '../../drafts/useDraft';
import { usePerson } from '../../session/useSession';
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
  const person = usePerson();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const moveTo = async <Value extends object>(target: MoveTarget<Value>, path: string) => {
    await moveToDraft(client, person.id, target, { html: draft.value.body, files: draft.value.files });
    draft.clear();
    navigate(path);
  };
  const { mergedInto } = ticket;
  if (mergedInto) {
    const target = { ...replyShape, purpose: replyPurpose(mergedInto), empty: emptyReply };
    return [
      { label: t.moveTo({ number: mergedInto }), run: () => moveTo(target, routes.ticket(mergedInto)) },
    ];
  }
  if (ticket.status !== 'closed') return [];
  const target = { ...ticketShape, purpose: relatedPurpose(ticket.number), empty: relatedDraft(ticket) };
  return [{ label: t.moveToNew, run: () => moveTo(target, routes.relatedTicket(ticket.number)) }];
}
