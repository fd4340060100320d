import { useInfiniteQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { Moment } from '../../../design/dates/Moment';
import { MoreButton } from '../../../design/list/MoreButton';
import { Rows } from '../../../design/list/Rows';
import { EmptyState, ErrorState, Skeleton } from '../../../design/states/States';
import { useAdminTexts } from '../texts';
import classes from './AccountRequests.module.css';
import { useTexts } from './texts';

/** Lists the account requests, for administrators (N7). */
export default function AccountRequests() {
  const t = useTexts();
  const { title } = useAdminTexts().sections.accountRequests;
  const requests = useInfiniteQuery({
    queryKey: ['account-requests'],
    queryFn: ({ pageParam, signal }) =>
      dataOf(api.GET('/account-requests', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (requests.isPending) return <Skeleton size="row" count={4} />;
  if (!requests.data) return <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />;
  const items = requests.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState icon="checkCircle" title={t.empty} />;
  return (
    <>
      <Rows aria-label={title}>
        {items.map((request) => (
          <li key={request.id} className={classes.request}>
            <h2 className={classes.name}>{request.name}</h2>
            <dl className={classes.facts}>
              <div>
                <dt>{t.columns.email}</dt>
                <dd>
                  <a href={`mailto:${request.email}`}>{request.email}</a>
                </dd>
              </div>
              <div>
                <dt>{t.columns.organization}</dt>
                <dd>{request.organization}</dd>
              </div>
              <div>
                <dt>{t.columns.phone}</dt>
                <dd>{request.phone}</dd>
              </div>
              <div>
                <dt>{t.columns.createdAt}</dt>
                <dd>
                  <Moment at={request.createdAt} />
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </Rows>
      {requests.isFetchNextPageError && (
        <ErrorState error={requests.error} onRetry={() => void requests.fetchNextPage()} />
      )}
      {requests.hasNextPage && !requests.isFetchNextPageError && (
        <div className={classes.more}>
          <MoreButton query={requests} />
        </div>
      )}
    </>
  );
}
