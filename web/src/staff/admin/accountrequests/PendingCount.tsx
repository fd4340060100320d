import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { useTexts } from './texts';

/** The maximum number of requests of a page in the contract. */
const max = 100;

/** Shows the number of account requests that wait for a decision, if there are any. */
export function PendingCount() {
  const t = useTexts();
  const { data } = useQuery({
    queryKey: ['account-requests', 'count'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/account-requests', { params: { query: { limit: max } }, signal })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <p>
      <strong>{data.next ? t.pendingMore({ max }) : t.pending({ count: data.items.length })}</strong>
    </p>
  );
}
