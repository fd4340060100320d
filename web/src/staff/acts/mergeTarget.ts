import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api, commas, dataOf, type Schemas } from '../../api/client';
import { listsKey, type Ticket, ticketKey } from '../../api/queries';
import { useSettings } from '../../app/useSettings';
import { useDebounced } from '../../design/search/useDebounced';
import { findTyped } from '../../numbers/typedNumber';

/** The pause in typing after which the ticket is looked up, in milliseconds. */
const typingPause = 300;

interface MergeTarget {
  /** The ticket that the text names, or undefined if it names none. */
  found: Ticket | undefined;
  /** Whether the ticket is still being looked up. */
  isPending: boolean;
}

/** Looks up the ticket that a typed text names. The query key begins with the key of tickets, so that acts invalidate it. */
export function useMergeTarget(typed: string): MergeTarget {
  const { settings } = useSettings();
  const prefix = settings?.ticketPrefix ?? '';
  const text = typed.trim();
  const settled = useDebounced(text, typingPause);
  const target = useQuery({
    queryKey: [...ticketKey, 'typed', settled, prefix],
    queryFn: async ({ signal }) => {
      const number = await findTyped(settled, prefix);
      if (number === undefined) return null;
      return dataOf(api.GET('/tickets/{number}', { params: { path: { number } }, signal }));
    },
    enabled: settled !== '',
  });
  const isSettled = text === settled;
  return {
    found: (isSettled && target.data) || undefined,
    isPending: text !== '' && (!isSettled || target.isLoading),
  };
}

const maxSuggestions = 5;

/** The other open and waiting tickets of the ticket's requester. */
const othersQuery = ({ number, requester }: Ticket) =>
  queryOptions({
    queryKey: [...listsKey, 'others', number, requester.id],
    queryFn: async ({ signal }) => {
      const query = {
        queue: 'all' as const,
        status: ['open' as const, 'waiting' as const],
        requester: [requester.id],
        sort: 'activity' as const,
        limit: maxSuggestions + 1,
      };
      const { items } = await dataOf(
        api.GET('/tickets', { params: { query }, querySerializer: commas, signal }),
      );
      return items.filter((card) => card.number !== number).slice(0, maxSuggestions);
    },
  });

/** Returns the tickets that are suggested as targets of a merge. */
export function useMergeSuggestions(ticket: Ticket): UseQueryResult<Schemas['TicketCard'][]> {
  return useQuery(othersQuery(ticket));
}
