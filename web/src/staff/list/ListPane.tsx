import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useDesk } from '../../app/useDesk';
import { Button, IconButton, LinkButton } from '../../design/button/Button';
import { Icon } from '../../design/icon/Icon';
import { Menu } from '../../design/menu/Menu';
import { useArrival } from '../../design/page/useArrival';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { useTimeZone } from '../../session/useSession';
import { BulkBar } from '../bulk/BulkBar';
import { ExportButton } from '../export/ExportButton';
import { Checks } from '../filters/Checks';
import { FilterBar } from '../filters/FilterBar';
import { type ChoiceFilter, filterCount, type Refinement, unrefined } from '../filters/refinement';
import { QueueSelect, useQueueName } from '../queues/QueueMenu';
import { firstQueue, type ListSource, type Queue, routes } from '../routes';
import { useTexts } from '../texts';
import { viewsQuery } from '../views/queries';
import { ViewBar } from '../views/ViewBar';
import { type Column, chooseColumns, columns, useColumns } from './columns';
import classes from './ListPane.module.css';
import { PickAll } from './Pick';
import { Search } from './Search';
import { useSelection } from './selection';
import { TicketCards } from './TicketCards';
import { TicketTable } from './TicketTable';
import { paramsOf, ticketsOf, useTicketList } from './ticketList';
import { useListKeys } from './useListKeys';
import { useListNews } from './useListNews';
import { useRequesters } from './useRequesters';

/** A filtered page may have few tickets and another after it: the list goes on by itself until there is something to read. */
const enough = 15;
/** …but not without end. */
const mostPages = 30;

interface ListPaneProps {
  source: ListSource;
  opened: string | undefined;
  /** There is room for a menu of queues beside it. */
  wide: boolean;
}

export function ListPane({ source, opened, wide }: ListPaneProps) {
  const t = useTexts();
  const queueName = useQueueName();
  const { deskName } = useDesk();
  const timeZone = useTimeZone();
  const [, navigate] = useLocation();
  const address = routes.list(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says all of the source
  const query = useMemo(() => paramsOf(source, timeZone), [address, timeZone]);
  const list = useTicketList(query);
  const news = useListNews(query, list.data, list.dataUpdatedAt);
  const tickets = ticketsOf(list.data);
  const { data: views } = useQuery(viewsQuery);
  const view = source.view && views?.find(({ id }) => id === source.view?.id);
  const [columnsChosen, setColumnsChosen] = useState<{ view: string; columns: readonly Column[] }>();
  const usual = useColumns();
  const shown = !view ? usual : columnsChosen?.view === view.id ? columnsChosen.columns : view.columns;
  const selection = useSelection(view?.id ?? ('queue' in source ? source.queue : source.words), tickets);
  const requesters = useRequesters(tickets);
  const [filtersShown, setFiltersShown] = useState(false);
  const title = view?.name ?? ('queue' in source ? queueName(source.queue) : t.search.results(source.words));
  const heading = useArrival(title, deskName, opened === undefined);
  const refinement = source.refinement ?? unrefined;
  const pages = list.data?.pages.length ?? 0;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const goesOn = hasNextPage && !isFetchNextPageError && tickets.length < enough && pages < mostPages;

  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, fetchNextPage]);

  useListKeys({
    source,
    tickets,
    opened,
    selection,
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
    refresh: () => void list.refetch(),
  });

  function showColumns(values: readonly string[]) {
    if (view) setColumnsChosen({ view: view.id, columns: columns.filter((one) => values.includes(one)) });
    else chooseColumns(values);
  }

  function refine(changed: Refinement) {
    navigate(routes.list({ ...source, refinement: changed }), { replace: true });
  }

  return (
    <section className={classes.pane} aria-labelledby="list-title">
      <div className={classes.head}>
        <Search key={'words' in source ? source.words : ''} source={source} />
        {!wide && <QueueSelect source={source} />}
        <div className={classes.title}>
          <h1 id="list-title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <IconButton
            icon="refresh"
            label={t.list.refresh}
            aria-busy={list.isRefetching || undefined}
            onClick={() => void list.refetch()}
          />
        </div>
        {!wide && (
          <Button
            kind="secondary"
            small
            aria-expanded={filtersShown}
            aria-controls="filters"
            onClick={() => setFiltersShown(!filtersShown)}
          >
            {t.list.filters(filterCount(refinement))}
            <Icon name={filtersShown ? 'chevronUp' : 'chevronDown'} />
          </Button>
        )}
        {(wide ? opened === undefined : filtersShown) && (
          <FilterBar
            refinement={refinement}
            without={'queue' in source ? settled[source.queue] : []}
            onRefinement={refine}
            requesters={requesters}
            sortedBy={list.data?.pages[0]?.sort}
          >
            <ExportButton query={query} name={title} columns={shown} />
            {wide && (
              <Menu label={t.list.columnsMenu} align="end">
                <Checks
                  label={t.list.columnsMenu}
                  choices={columns.map((value) => ({ value, label: t.list.columns[value] }))}
                  values={shown}
                  onValues={showColumns}
                />
              </Menu>
            )}
          </FilterBar>
        )}
        {(opened === undefined || !wide) && (
          <ViewBar
            key={view?.id}
            source={source}
            view={view}
            columns={[...shown]}
            onKept={() => setColumnsChosen(undefined)}
          />
        )}
        {news > 0 && (
          <button
            type="button"
            className={classes.news}
            onClick={() => {
              void list.refetch();
              heading.current?.scrollIntoView({ block: 'nearest' });
            }}
          >
            {t.list.news(news)} <span>{t.list.showNews}</span>
          </button>
        )}
      </div>
      {body()}
      <BulkBar selection={selection} />
    </section>
  );

  function body() {
    if (list.isPending || (tickets.length === 0 && goesOn)) {
      return (
        <div className={classes.waiting}>
          <Skeleton size="row" count={6} />
        </div>
      );
    }
    // What was loaded before stays readable when a refresh fails.
    if (list.isError && !list.data) {
      return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
    }
    if (tickets.length === 0 && !hasNextPage) {
      return <NothingHere source={source} onClear={() => refine(unrefined)} />;
    }
    return (
      <>
        {wide && opened === undefined ? (
          <TicketTable
            source={source}
            tickets={tickets}
            label={title}
            columns={shown}
            selection={selection}
          />
        ) : (
          <>
            {selection.picked.size > 0 && opened === undefined && (
              <PickAll tickets={tickets} selection={selection} named />
            )}
            <TicketCards
              source={source}
              tickets={tickets}
              label={title}
              opened={opened}
              selection={opened === undefined ? selection : undefined}
            />
          </>
        )}
        {isFetchNextPageError && <ErrorState error={list.error} onRetry={() => void fetchNextPage()} />}
        {hasNextPage && !isFetchNextPageError && (
          <div className={classes.more}>
            <Button kind="secondary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t.list.more}
            </Button>
          </div>
        )}
      </>
    );
  }
}

/** What a queue settles by itself. */
const settled: Record<Queue, readonly ChoiceFilter[]> = {
  mine: ['agent'],
  unassigned: ['agent'],
  open: ['status'],
  today: ['status'],
  overdue: ['status'],
  waiting: ['status'],
  resolved: ['status'],
  closed: ['status'],
  all: [],
};

function NothingHere({ source, onClear }: { source: ListSource; onClear: () => void }) {
  const t = useTexts();
  if (filterCount(source.refinement ?? unrefined) > 0) {
    return (
      <EmptyState
        icon="search"
        title={t.list.noneFiltered}
        actions={
          <Button kind="secondary" onClick={onClear}>
            {t.list.clearFilters}
          </Button>
        }
      />
    );
  }
  if ('words' in source) {
    return (
      <EmptyState
        icon="search"
        title={t.search.nothing(source.words)}
        actions={
          <LinkButton kind="secondary" href={routes.list({ queue: firstQueue })}>
            {t.search.leave}
          </LinkButton>
        }
      >
        {t.search.nothingText}
      </EmptyState>
    );
  }
  const work = !['resolved', 'closed', 'waiting', 'all'].includes(source.queue);
  return <EmptyState icon={work ? 'checkCircle' : 'ticket'} title={work ? t.list.noWork : t.list.none} />;
}
