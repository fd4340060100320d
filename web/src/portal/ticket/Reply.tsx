import type { Schemas } from '../../api/client';
import { WithSettings } from '../../app/WithSettings';
import { LinkButton } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { Card } from '../../design/page/Card';
import { Skeleton } from '../../design/states/States';
import { mayHaveDraft } from '../../drafts/unsent';
import type { NewEntries } from '../../newentries/useNewEntries';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { ReplyForm } from './ReplyForm';

/**
 * Shows the reply form, or why the ticket accepts no reply. A reply that was written before stays in view (D8). On a merged
 * ticket, MergedNotice says where the conversation continues.
 */
export function Reply({ ticket, newEntries }: { ticket: Schemas['Ticket']; newEntries: NewEntries }) {
  const t = useTexts().reply;
  const closed = ticket.status === 'closed';
  const sendable = !closed && (ticket.actions.includes('message') || ticket.actions.includes('reopen'));
  return (
    <>
      {closed && !ticket.mergedInto && (
        <Notice
          tone="warning"
          title={t.closedTitle}
          actions={<LinkButton href={routes.relatedTicket(ticket.number)}>{t.openRelated}</LinkButton>}
        >
          {t.closed}
        </Notice>
      )}
      {!closed && !sendable && <Notice>{t.readOnly}</Notice>}
      {(sendable || mayHaveDraft(ticket)) && (
        <WithSettings
          placeholder={
            sendable && (
              <Card>
                <Skeleton size="block" />
              </Card>
            )
          }
        >
          {({ attachments, reopenDays }) => (
            <ReplyForm
              ticket={ticket}
              newEntries={newEntries}
              limits={attachments}
              reopenDays={reopenDays}
              sendable={sendable}
            />
          )}
        </WithSettings>
      )}
    </>
  );
}
