import { Button, LinkButton } from '../../design/button/Button';
import { MoreButton } from '../../design/list/MoreButton';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { LeftOut } from '../../search/LeftOut';
import { filterCount, unrefined } from '../filters/refinement';
import { firstQueue, type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import type { Column } from './columns';
import classes from './ListPane.module.css';
import { SelectAllTickets } from './SelectTicket';
import type { Selection } from './selection';
import { TicketCards } from './TicketCards';
import { TicketTable } from './TicketTable';
import type { TicketCard, TicketPage, useTicketList } from './ticketList';

interface ListBodyProps {
  list: ReturnType<typeof useTicketList>;
  tickets: readonly TicketCard[];
  source: ListSource;
  title: string;
  opened: string | undefined;
  wide: boolean;
  columns: readonly Column[];
  selection: Selection;
  /** Whether further pages are being loaded automatically, until enough tickets match the filters. */
  loadingMore: boolean;
  onClear: () => void;
}

/** Shows the tickets of a list, or a loading, error or empty state. */
export function ListBody(props: ListBodyProps) {
  const { list, tickets, source, title, opened, wide, columns, selection, loadingMore, onClear } = props;
  const { hasNextPage, isFetchNextPageError, fetchNextPage } = list;
  if (list.isPending || (tickets.length === 0 && loadingMore)) {
    return (
      <div className={classes.waiting}>
        <Skeleton size="row" count={6} />
      </div>
    );
  }
  // If a refresh fails, the loaded tickets remain.
  if (list.isError && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (tickets.length === 0 && !hasNextPage)
    return <EmptyList source={source} leftOut={list.data?.pages[0]?.leftOut} onClear={onClear} />;
  return (
    <>
      {list.isRefetchError && <ProblemNotice error={list.error} />}
      {wide && opened === undefined ? (
        <TicketTable
          source={source}
          tickets={tickets}
          label={title}
          columns={columns}
          selection={selection}
        />
      ) : (
        <>
          {selection.picked.size > 0 && opened === undefined && (
            <SelectAllTickets tickets={tickets} selection={selection} labelled />
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
          <MoreButton query={list} />
        </div>
      )}
    </>
  );
}

interface EmptyListProps {
  source: ListSource;
  leftOut: TicketPage['leftOut'];
  onClear: () => void;
}

function EmptyList({ source, leftOut, onClear }: EmptyListProps) {
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
      >
        {leftOut && <LeftOut leftOut={leftOut} />}
      </EmptyState>
    );
  }
  if ('words' in source) {
    return (
      <EmptyState
        icon="search"
        title={t.search.nothing({ words: source.words })}
        actions={
          <LinkButton kind="secondary" href={routes.list({ queue: firstQueue })}>
            {t.search.leave}
          </LinkButton>
        }
      >
        <LeftOut leftOut={leftOut} />
        <p>{t.search.nothingText}</p>
      </EmptyState>
    );
  }
  const isWorkQueue = !['resolved', 'closed', 'waiting', 'all'].includes(source.queue);
  return (
    <EmptyState
      icon={isWorkQueue ? 'checkCircle' : 'ticket'}
      title={isWorkQueue ? t.list.noWork : t.list.none}
    />
  );
}
