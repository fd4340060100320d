import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { ticketQuery } from '../../api/queries';
import { Icon } from '../../design/icon/Icon';
import { Notice } from '../../design/notice/Notice';
import { PrintButton } from '../../design/print/PrintButton';
import { ErrorState, Skeleton } from '../../design/states/States';
import { Links } from '../../links/Links';
import { MergedNotice } from '../../links/MergedNotice';
import { NewEntriesBar } from '../../newentries/NewEntriesBar';
import { useNewEntries } from '../../newentries/useNewEntries';
import { Participants } from '../../participants/Participants';
import { usePerson } from '../../session/useSession';
import { PortalPage } from '../layout/PortalPage';
import { WaitNotice } from '../life/WaitNotice';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { Facts } from './Facts';
import { LostReply } from './LostReply';
import { Reply } from './Reply';
import { reloadInterval } from './reloadInterval';
import { entryElementId, Thread } from './Thread';
import classes from './TicketPage.module.css';

const MissingTicket = lazy(() => import('./MissingTicket'));
const RatingCard = lazy(() => import('../rating/RatingCard'));

/** The page of a ticket (C3). It shows a confirmation right after the ticket was created (B7). */
export default function TicketPage({ number }: { number: string }) {
  const t = useTexts().ticket;
  const [justCreated] = useState(() => Boolean((history.state as { created?: boolean } | null)?.created));
  const [openedAt] = useState(Date.now);
  const { data, error, refetch } = useQuery({
    ...ticketQuery(number),
    // Reloads the ticket whenever the page opens, to show new entries.
    staleTime: 0,
    refetchInterval: ({ state }) =>
      reloadInterval(Date.now() - Math.max(openedAt, Date.parse(state.data?.updatedAt ?? '') || 0)),
  });

  const missing = error !== null && asProblem(error).status === 404;
  const page = (
    <div className={classes.ticket}>
      <p data-screen-only>
        <Link href={routes.tickets} className={classes.back}>
          <Icon name="chevronLeft" />
          {t.back}
        </Link>
      </p>
      <PortalPage title={t.title({ number: data?.number ?? number })} actions={data && <PrintButton />}>
        {justCreated && (
          <Notice tone="success" live title={t.createdAs({ number: data?.number ?? number })}>
            {t.createdNotice}
          </Notice>
        )}
        {data && <LoadedTicket ticket={data} />}
        {!data && error && !missing && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && (!error || missing) && <Skeleton size="block" count={3} />}
      </PortalPage>
    </div>
  );
  if (!missing) return page;
  return (
    <Suspense fallback={page}>
      <MissingTicket number={number} searching={page}>
        <LostReply key={number} number={number} />
      </MissingTicket>
    </Suspense>
  );
}

function LoadedTicket({ ticket }: { ticket: Schemas['Ticket'] }) {
  const newEntries = useNewEntries(ticket, usePerson().id);
  const reply = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  const [params] = useSearchParams();
  const fromMail = params.get('reopen') === '1';
  // The link «El problema continúa» in the mail opens the page with the reply form focused.
  useEffect(() => {
    if (fromMail) reply.current?.focus();
  }, [fromMail]);
  return (
    <>
      <NewEntriesBar
        newEntries={newEntries}
        onSee={(entryId) => document.getElementById(entryElementId(entryId))?.focus()}
        onBack={() => reply.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()}
      />
      {ticket.wait && <WaitNotice wait={ticket.wait} />}
      {ticket.mergedInto && <MergedNotice into={ticket.mergedInto} href={routes.ticket(ticket.mergedInto)} />}
      <Facts ticket={ticket} />
      <Links ticket={ticket} hrefOf={routes.ticket} />
      <Participants ticket={ticket} onLeft={() => navigate(routes.tickets)} />
      <Thread entries={newEntries.shown} isNew={newEntries.isNew} />
      <div data-screen-only>
        <Suspense>
          <RatingCard ticket={ticket} />
        </Suspense>
      </div>
      <div ref={reply} tabIndex={-1} className={classes.reply} data-screen-only>
        <Reply ticket={ticket} newEntries={newEntries} />
      </div>
    </>
  );
}
