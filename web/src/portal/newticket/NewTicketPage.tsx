import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { entitiesQuery, settingsQuery, ticketQuery, topicsQuery } from '../../api/queries';
import { Notice } from '../../design/notice/Notice';
import { Loaded } from '../../design/states/Loaded';
import { Skeleton } from '../../design/states/States';
import { draftQuery } from '../../drafts/remote';
import { usePerson } from '../../session/useSession';
import { PortalPage } from '../layout/PortalPage';
import { useTexts } from '../texts';
import { NewTicketForm } from './NewTicketForm';
import { relatedDraft, relatedPurpose, type TicketDraft } from './submission';

/** The page «Abrir un nuevo Ticket» (B1–B8). With `?desde=` the new ticket continues a closed one. */
export default function NewTicketPage() {
  const t = useTexts().newTicket;
  const person = usePerson();
  const [params] = useSearchParams();
  const from = params.get('desde') ?? '';
  const queries = [useQuery(settingsQuery), useQuery(topicsQuery), useQuery(entitiesQuery)] as const;
  const purpose = from ? relatedPurpose(from) : 'nuevo';
  useQuery(draftQuery(purpose));
  const closed = useQuery({ ...ticketQuery(from), enabled: from !== '' });

  const placeholder = <Skeleton size="control" count={8} />;
  const empty: TicketDraft = { topicId: '', subject: '', detail: '', entity: person.entity ?? '', files: [] };

  return (
    <PortalPage title={t.title} lead={t.lead} width="reading">
      {closed.data && <Notice>{t.relatedNotice({ number: closed.data.number })}</Notice>}
      <Loaded queries={queries} layout="page" placeholder={placeholder}>
        {(settings, topics, entities) =>
          from && closed.isPending ? (
            placeholder
          ) : (
            <NewTicketForm
              key={from}
              purpose={purpose}
              initial={closed.data ? relatedDraft(closed.data) : empty}
              topics={topics.filter(({ staffOnly }) => !staffOnly)}
              entities={entities}
              limits={settings.attachments}
            />
          )
        }
      </Loaded>
    </PortalPage>
  );
}
