import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { settingsQuery } from '../../api/queries';
import { LinkButton } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { Card } from '../../design/page/Card';
import { Skeleton } from '../../design/states/States';
import type { News } from '../../news/useNews';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { ReplyForm } from './ReplyForm';

/** What the person may still do, as the server says (`actions`). */
export function Reply({ ticket, news }: { ticket: Schemas['Ticket']; news: News }) {
  const t = useTexts().reply;
  const { data: settings } = useQuery(settingsQuery);
  // The notice above says where the conversation goes on.
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
  if (!settings) {
    return (
      <Card>
        <Skeleton size="block" />
      </Card>
    );
  }
  return (
    <ReplyForm ticket={ticket} news={news} limits={settings.attachments} reopenDays={settings.reopenDays} />
  );
}
