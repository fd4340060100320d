import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Ticket } from '../../api/queries';
import { useSettings } from '../../app/useSettings';
import { defaultTimeZone, formatDateTime } from '../../design/dates/format';
import { designTextsIn } from '../../design/texts';
import { usePerson } from '../../session/useSession';
import { useEntityName } from '../directory/queries';
import { fill, type Values } from './fill';
import { type Canned, cannedQuery } from './queries';
import { byRelevance } from './relevance';
import { textsIn } from './texts';

/** Returns the canned responses for a ticket, most relevant first, and a function that fills in the ticket's data. */
export function useCanned(ticket: Ticket) {
  const query = useQuery(cannedQuery);
  const valuesIn = useValues(ticket);
  const language = ticket.requester.language ?? 'es';
  const all = useMemo(
    () => byRelevance(query.data ?? [], { topicId: ticket.topicId, language }),
    [query.data, ticket.topicId, language],
  );
  return { query, all, language, fillIn: (canned: Canned) => fill(canned.body, valuesIn(canned.language)) };
}

/**
 * Returns a function that returns the values of the variables. They are in the language of the response, which may differ
 * from that of the page. Dates are in the desk's time zone.
 */
function useValues(ticket: Ticket): (language: Canned['language']) => Values {
  const person = usePerson();
  const { settings } = useSettings();
  const entityName = useEntityName();
  return (language) => ({
    solicitante: ticket.requester.name,
    número: ticket.number,
    asunto: ticket.subject,
    tema: ticket.topic.name,
    departamento: ticket.department.name,
    agente: person.name,
    'fecha límite': ticket.dueAt
      ? formatDateTime(ticket.dueAt, language, settings?.timeZone ?? defaultTimeZone)
      : textsIn(language).noDue,
    estado: designTextsIn(language).status[ticket.status],
    entidad: entityName(ticket.entity),
    organización: ticket.organization ?? '—',
  });
}
