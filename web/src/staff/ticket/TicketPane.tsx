import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { asProblem } from '../../api/problem';
import { ticketQuery } from '../../api/queries';
import { LinkButton } from '../../design/button/Button';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { useTypedAddress } from '../../numbers/useTypedAddress';
import { type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import { TicketContent } from './TicketContent';
import classes from './TicketPane.module.css';

interface TicketPaneProps {
  number: string;
  source: ListSource;
  /** Whether the list is shown beside the ticket. The h1 of the page is then in the list. */
  split: boolean;
}

export function TicketPane({ number, source, split }: TicketPaneProps) {
  const t = useTexts().ticket;
  const ticket = useQuery(ticketQuery(number));
  const missing = ticket.isError && asProblem(ticket.error).status === 404;
  const typed = useTypedAddress(number, missing);

  if (typed.found) return <Redirect to={routes.ticketIn(source, typed.found)} replace />;

  if (ticket.data) {
    return (
      <div className={classes.pane}>
        <TicketContent ticket={ticket.data} source={source} split={split} />
      </div>
    );
  }
  return (
    <div className={classes.pane}>
      {ticket.isPending || typed.isSearching ? (
        <div className={classes.waiting}>
          <Skeleton size="title" />
          <Skeleton size="block" count={3} />
        </div>
      ) : missing ? (
        <EmptyState
          icon="ticket"
          title={t.missing({ number })}
          actions={
            <LinkButton kind="secondary" href={routes.list(source)}>
              {t.back}
            </LinkButton>
          }
        >
          {t.missingText}
        </EmptyState>
      ) : (
        <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />
      )}
    </div>
  );
}
