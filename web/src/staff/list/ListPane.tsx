import { useState } from 'react';
import { Button, IconButton, LinkButton } from '../../design/button/Button';
import { SelectField } from '../../design/control/SelectField';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { useDesignTexts } from '../../design/texts';
import { QueueSelect, useQueueName } from '../queues/QueueMenu';
import { firstQueue, type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import { useArrival } from '../workspace/useArrival';
import classes from './ListPane.module.css';
import { Search } from './Search';
import { TicketCards } from './TicketCards';
import { TicketTable } from './TicketTable';
import { type StatusFilter, ticketsOf, useTicketList } from './ticketList';
import { useListKeys } from './useListKeys';

const statuses: readonly StatusFilter[] = ['all', 'open', 'waiting', 'resolved', 'closed'];

interface ListPaneProps {
  source: ListSource;
  opened: string | undefined;
  /** There is room for a menu of queues beside it. */
  wide: boolean;
}

export function ListPane({ source, opened, wide }: ListPaneProps) {
  const t = useTexts();
  const d = useDesignTexts();
  const queueName = useQueueName();
  const [status, setStatus] = useState<StatusFilter>('all');
  const list = useTicketList(source, status);
  const tickets = ticketsOf(list.data);
  const title = 'queue' in source ? queueName(source.queue) : t.search.results(source.words);
  const heading = useArrival(title, opened === undefined);
  useListKeys({
    source,
    numbers: tickets.map(({ number }) => number),
    opened,
    more: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
    refresh: () => void list.refetch(),
  });

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
        {'words' in source && (
          <SelectField
            label={t.search.status}
            value={status}
            onValue={(value) => setStatus(value as StatusFilter)}
            choices={statuses.map((value) => ({
              value,
              label: value === 'all' ? t.search.everyStatus : d.status[value],
            }))}
          />
        )}
      </div>
      {body()}
    </section>
  );

  function body() {
    if (list.isPending) {
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
    if (tickets.length === 0) return <NothingHere source={source} />;
    return (
      <>
        {wide && opened === undefined ? (
          <TicketTable source={source} tickets={tickets} label={title} />
        ) : (
          <TicketCards source={source} tickets={tickets} label={title} opened={opened} />
        )}
        {list.isFetchNextPageError && (
          <ErrorState error={list.error} onRetry={() => void list.fetchNextPage()} />
        )}
        {list.hasNextPage && !list.isFetchNextPageError && (
          <div className={classes.more}>
            <Button kind="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t.list.more}
            </Button>
          </div>
        )}
      </>
    );
  }
}

function NothingHere({ source }: { source: ListSource }) {
  const t = useTexts();
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
  const { queue } = source;
  const work = queue === 'mine' || queue === 'unassigned' || queue === 'open' || queue === 'overdue';
  return <EmptyState icon={work ? 'checkCircle' : 'ticket'} title={work ? t.list.noWork : t.list.none} />;
}
