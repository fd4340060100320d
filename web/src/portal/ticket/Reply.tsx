import type { Schemas } from '../../api/client';
import { WithSettings } from '../../app/WithSettings';
import { LinkButton } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { Card } from '../../design/page/Card';
import { Skeleton } from '../../design/states/States';
import type { NewEntries } from '../../newentries/useNewEntries';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { ReplyForm } from './ReplyForm';

/**
 * Shows the reply form. If the ticket is closed or the server allows no message, it shows a notice instead. For a merged
 * ticket it shows nothing.
 */
export function Reply({ ticket, newEntries }: { ticket: Schemas['Ticket']; newEntries: NewEntries }) {
  const t = useTexts().reply;
  // MergedNotice links to the ticket where the conversation continues.
  if (ticket.mergedInto) return null;
  if (ticket.status === 'closed') {
    return (
      <Notice
        tone="warning"
        title={t.closedTitle}
        actions={<LinkButton href={routes.relatedTicket(ticket.number)}>{t.openRelated}</LinkButton>}
      >
        {t.closed}
      </Notice>
    );
  }
  if (!ticket.actions.includes('message') && !ticket.actions.includes('reopen')) {
    return <Notice>{t.readOnly}</Notice>;
  }
  return (
    <WithSettings
      placeholder={
        <Card>
          <Skeleton size="block" />
        </Card>
      }
    >
      {({ attachments, reopenDays }) => (
        <ReplyForm ticket={ticket} newEntries={newEntries} limits={attachments} reopenDays={reopenDays} />
      )}
    </WithSettings>
  );
}
