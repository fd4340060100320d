import { useQuery } from '@tanstack/react-query';
import { type Ticket, topicsQuery } from '../../api/queries';

/** Whether the topic of a ticket has extra fields (N2). Until the topics are loaded, whether the ticket has answers. */
export function useHasFields(ticket: Ticket): boolean {
  const topics = useQuery(topicsQuery);
  const fields = topics.data ? topics.data.find(({ id }) => id === ticket.topicId)?.fields : ticket.fields;
  return Boolean(fields?.length);
}
