import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { Button, IconButton } from '../../design/button/Button';
import { Icon } from '../../design/icon/Icon';
import { Menu } from '../../design/menu/Menu';
import { usePageHeading } from '../../design/page/usePageHeading';
import { useTimeZone } from '../../session/useSession';
import { BulkBar } from '../bulk/BulkBar';
import { ExportButton } from '../export/ExportButton';
import { Checkboxes } from '../filters/Checkboxes';
import { FilterBar } from '../filters/FilterBar';
import { type ChoiceFilter, filterCount, type Refinement, unrefined } from '../filters/refinement';
import { QueueSelect, useQueueName } from '../queues/QueueMenu';
import { type ListSource, type Queue, routes } from '../routes';
import { useTexts } from '../texts';
import { viewsQuery } from '../views/queries';
import { ViewBar } from '../views/ViewBar';
import { columns } from './columns';
import { ListBody } from './ListBody';
import classes from './ListPane.module.css';
import { Search } from './Search';
import { useSelection } from './selection';
import { paramsOf, ticketsOf, useTicketList } from './ticketList';
import { type ListPlace, useListKeys } from './useListKeys';
import { useListUpdates } from './useListUpdates';
import { useRequesters } from './useRequesters';
import { useShownColumns } from './useShownColumns';

/**
 * Further pages are loaded automatically until this many tickets are shown, because a page of a filtered list may
 * contain few tickets.
 */
const enoughTickets = 15;
/** The maximum number of pages that are loaded automatically. */
const maxPages = 30;

interface ListPaneProps {
  source: ListSource;
  opened: string | undefined;
  /** Whether the window has room for a table, or for the list beside a ticket. */
  wide: boolean;
  /** Whether the queue menu is shown beside the list. */
  menuShown: boolean;
  /** The person's place, which remains while the list is hidden. */
  place: RefObject<ListPlace | undefined>;
}

export function ListPane({ source, opened, wide, menuShown, place }: ListPaneProps) {
  const t = useTexts();
  const queueName = useQueueName();
  const { deskName } = useSettings();
  const timeZone = useTimeZone();
  const [, navigate] = useLocation();
  const path = routes.list(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path contains all of the source
  const query = useMemo(() => paramsOf(source, timeZone), [path, timeZone]);
  const list = useTicketList(query);
  const newTickets = useListUpdates(query, list.data, list.dataUpdatedAt);
  const tickets = ticketsOf(list.data);
  const { data: views } = useQuery(viewsQuery);
  const view = source.view && views?.find(({ id }) => id === source.view?.id);
  const shown = useShownColumns(view);
  const selection = useSelection(view?.id ?? ('queue' in source ? source.queue : source.words), tickets);
  const [filtersShown, setFiltersShown] = useState(false);
  const title =
    view?.name ?? ('queue' in source ? queueName(source.queue) : t.search.results({ words: source.words }));
  const heading = usePageHeading(title, deskName, opened === undefined);
  const refinement = source.refinement ?? unrefined;
  const requesters = useRequesters(tickets, refinement.filters.requester ?? []);
  const activeFilters = filterCount(refinement);
  const pages = list.data?.pages.length ?? 0;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const loadingMore =
    hasNextPage && !isFetchNextPageError && tickets.length < enoughTickets && pages < maxPages;

  useEffect(() => {
    if (loadingMore && !isFetchingNextPage) void fetchNextPage();
  }, [loadingMore, isFetchingNextPage, fetchNextPage]);

  useListKeys({
    source,
    tickets,
    opened,
    selection,
    place,
    loadMore: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
    refresh: () => void list.refetch(),
  });

  function refine(changed: Refinement) {
    navigate(routes.list({ ...source, refinement: changed }), { replace: true });
  }

  return (
    <section className={classes.pane} aria-labelledby="list-title">
      <div className={classes.head}>
        <Search source={source} />
        {!menuShown && <QueueSelect source={source} />}
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
            {activeFilters > 0 ? t.list.filtersOn({ n: activeFilters }) : t.list.filters}
            <Icon name={filtersShown ? 'chevronUp' : 'chevronDown'} />
          </Button>
        )}
        {(wide ? opened === undefined : filtersShown) && (
          <FilterBar
            refinement={refinement}
            hiddenFilters={'queue' in source ? hiddenFiltersOf[source.queue] : []}
            onRefinement={refine}
            requesters={requesters}
            sortedBy={list.data?.pages[0]?.sort}
          >
            <ExportButton query={query} name={title} columns={shown.columns} />
            {wide && (
              <Menu label={t.list.columnsMenu} align="end">
                <Checkboxes
                  label={t.list.columnsMenu}
                  choices={columns.map((value) => ({ value, label: t.list.columns[value] }))}
                  values={shown.columns}
                  onValues={shown.show}
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
            columns={[...shown.columns]}
            onColumnsReset={shown.reset}
          />
        )}
        {newTickets > 0 && (
          <button
            type="button"
            className={classes.newTickets}
            onClick={() => {
              void list.refetch();
              heading.current?.scrollIntoView({ block: 'nearest' });
            }}
          >
            {t.list.newTickets({ count: newTickets })} <span>{t.list.showNew}</span>
          </button>
        )}
      </div>
      <ListBody
        list={list}
        tickets={tickets}
        source={source}
        title={title}
        opened={opened}
        wide={wide}
        columns={shown.columns}
        selection={selection}
        loadingMore={loadingMore}
        onClear={() => refine(unrefined)}
      />
      <BulkBar selection={selection} />
    </section>
  );
}

/** The filters that are hidden in each queue, because the queue determines their values. */
const hiddenFiltersOf: Record<Queue, readonly ChoiceFilter[]> = {
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
