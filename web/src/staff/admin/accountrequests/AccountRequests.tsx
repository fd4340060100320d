import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../../api/client';
import { Button } from '../../../design/button/Button';
import { Moment } from '../../../design/dates/Moment';
import { MoreButton } from '../../../design/list/MoreButton';
import { Rows } from '../../../design/list/Rows';
import { Notice } from '../../../design/notice/Notice';
import { EmptyState, ErrorState, Skeleton } from '../../../design/states/States';
import { useAdminTexts } from '../texts';
import classes from './AccountRequests.module.css';
import { ApproveDialog } from './ApproveDialog';
import { RefuseDialog } from './RefuseDialog';
import { useTexts } from './texts';

type Request = Schemas['AccountRequest'];
type Decision = 'approve' | 'refuse';

/** Lists the account requests that wait for a decision, and lets administrators approve or refuse them (N7, A2). */
export default function AccountRequests() {
  const t = useTexts();
  const { title } = useAdminTexts().sections.accountRequests;
  const client = useQueryClient();
  const [open, setOpen] = useState<{ request: Request; decision: Decision }>();
  const [done, setDone] = useState('');
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

  const show = (request: Request, decision: Decision) => {
    setDone('');
    setOpen({ request, decision });
  };
  const close = () => setOpen(undefined);
  const dialog = open && {
    request: open.request,
    onClose: close,
    onDecided: () => {
      const { name } = open.request;
      setDone(open.decision === 'approve' ? t.approved({ name }) : t.refused({ name }));
      close();
      void client.invalidateQueries({ queryKey: ['account-requests'] });
    },
  };
  return (
    <>
      {done && (
        <Notice tone="success" live>
          {done}
        </Notice>
      )}
      {items.length === 0 && <EmptyState icon="checkCircle" title={t.empty} />}
      {items.length > 0 && (
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
              <div className={classes.actions}>
                <Button
                  kind="secondary"
                  aria-label={t.approveOf({ name: request.name })}
                  onClick={() => show(request, 'approve')}
                >
                  {t.approve}
                </Button>
                <Button
                  kind="secondary"
                  aria-label={t.refuseOf({ name: request.name })}
                  onClick={() => show(request, 'refuse')}
                >
                  {t.refuse}
                </Button>
              </div>
            </li>
          ))}
        </Rows>
      )}
      {dialog && open.decision === 'approve' && <ApproveDialog {...dialog} />}
      {dialog && open.decision === 'refuse' && <RefuseDialog {...dialog} />}
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
