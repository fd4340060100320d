import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { entitiesQuery, settingsQuery, ticketQuery, topicsQuery } from '../../api/queries';
import { Notice } from '../../design/notice/Notice';
import { ErrorState, Skeleton } from '../../design/states/States';
import { draftQuery } from '../../drafts/remote';
import { usePerson } from '../../session/useSession';
import { PortalPage } from '../layout/PortalPage';
import { useTexts } from '../texts';
import { NewTicketForm } from './NewTicketForm';
import { relatedDraft, type TicketDraft } from './submission';

/** «Abrir un nuevo Ticket» (B1–B8), also as the continuation of a closed one (`?desde=`). */
export default function NewTicketPage() {
  const t = useTexts().newTicket;
  const person = usePerson();
  const [params] = useSearchParams();
  const from = params.get('desde') ?? '';
  const settings = useQuery(settingsQuery);
  const topics = useQuery(topicsQuery);
  const entities = useQuery(entitiesQuery);
  const about = from ? `nuevo.${from}` : 'nuevo';
  useQuery(draftQuery(about));
  const closed = useQuery({ ...ticketQuery(from), enabled: from !== '' });

  const failed = [settings, topics, entities].filter(({ error, data }) => error && !data);
  const ready = settings.data && topics.data && entities.data && (!from || !closed.isPending);
  const blank: TicketDraft = { topicId: '', subject: '', detail: '', entity: person.entity ?? '', files: [] };

  return (
    <PortalPage title={t.title} lead={t.lead} width="reading">
      {closed.data && <Notice>{t.relatedNotice(closed.data.number)}</Notice>}
      {failed.length > 0 && (
        <ErrorState
          error={failed[0]?.error}
          onRetry={() => void Promise.all(failed.map((query) => query.refetch()))}
        />
      )}
      {failed.length === 0 && !ready && <Skeleton size="control" count={8} />}
      {settings.data && topics.data && entities.data && ready && (
        <NewTicketForm
          key={from}
          about={about}
          start={closed.data ? relatedDraft(closed.data) : blank}
          topics={topics.data.filter(({ staffOnly }) => !staffOnly)}
          entities={entities.data}
          limits={settings.data.attachments}
        />
      )}
    </PortalPage>
  );
}
