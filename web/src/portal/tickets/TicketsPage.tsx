import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { announce } from '../../design/announce/announce';
import { LinkButton } from '../../design/button/Button';
import { ErrorState, Skeleton } from '../../design/states/States';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { ListControls } from './ListControls';
import { ListEmpty } from './ListEmpty';
import { type ListState, readListState, writeListState } from './listState';
import { Pages } from './Pages';
import { ticketsQuery } from './queries';
import classes from './TicketsPage.module.css';
import { TicketTable } from './TicketTable';

/** The page with the person's tickets (C1, C2). */
export default function TicketsPage() {
  const t = useTexts();
  const [, navigate] = useLocation();
  const [params] = useSearchParams();
  const state = readListState(params);
  const list = useQuery({ ...ticketsQuery(state), placeholderData: keepPreviousData });
  const { data } = list;
  const outdated = list.isPlaceholderData;
  const found = outdated ? undefined : data?.items.length;

  useEffect(() => {
    if (state.query && found !== undefined) announce(t.tickets.found({ count: found }));
  }, [state.query, found, t]);

  const results = useRef<HTMLDivElement>(null);
  const shownCursor = useRef(state.cursor);
  useEffect(() => {
    if (outdated || !results.current || shownCursor.current === state.cursor) return;
    shownCursor.current = state.cursor;
    results.current.focus({ preventScroll: true });
    showTop(results.current);
    announce(t.tickets.page({ page: state.page }));
  }, [outdated, state.cursor, state.page, t]);

  function go(change: Partial<ListState>) {
    navigate(routes.tickets + writeListState(state, change), { state: { inList: true } });
  }

  async function refresh() {
    await list.refetch();
    announce(t.tickets.refreshed);
  }

  return (
    <PortalPage
      title={t.tickets.title}
      actions={
        <LinkButton href={routes.newTicket} icon="plus">
          {t.header.newTicket}
        </LinkButton>
      }
    >
      <ListControls
        state={state}
        counts={data?.counts}
        refreshing={list.isFetching}
        onChange={go}
        onRefresh={() => void refresh()}
      />
      {list.error && !data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton size="row" count={6} />}
      {data && (
        <div
          ref={results}
          tabIndex={-1}
          className={classes.results}
          data-old={outdated || undefined}
          aria-busy={outdated || undefined}
        >
          {data.items.length > 0 ? (
            <TicketTable tickets={data.items} state={state} onSort={(sort) => go({ sort })} />
          ) : (
            <ListEmpty state={state} leftOut={data.leftOut} onChange={go} />
          )}
          <Pages
            page={state.page}
            next={data.next}
            onGo={(cursor, page) => {
              showTop(results.current); // before the browser stores the position to which «Anterior» returns
              go({ cursor, page });
            }}
          />
        </div>
      )}
    </PortalPage>
  );
}

function showTop(results: HTMLElement | null) {
  results?.scrollIntoView({ block: 'start' });
}
