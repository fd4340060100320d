import { useRef } from 'react';
import { useLocation } from 'wouter';
import type { Ticket } from '../../api/queries';
import { useSettings } from '../../app/useSettings';
import { PriorityBadge, StatusBadge } from '../../design/badges/Badges';
import { Button, IconButton, LinkButton } from '../../design/button/Button';
import { usePageHeading } from '../../design/page/usePageHeading';
import { PrintButton } from '../../design/print/PrintButton';
import { Links } from '../../links/Links';
import { MergedNotice } from '../../links/MergedNotice';
import { NewEntriesBar } from '../../newentries/NewEntriesBar';
import { useNewEntries } from '../../newentries/useNewEntries';
import { Participants } from '../../participants/Participants';
import { usePerson } from '../../session/useSession';
import { Acts } from '../acts/Acts';
import { Composer } from '../composer/Composer';
import { useTexts as useInsertTexts } from '../insertarticle/texts';
import { useShortcuts } from '../keyboard/useShortcuts';
import { WaitNotice } from '../life/WaitNotice';
import { useReadMention } from '../mentions/useReadMention';
import { AnnouncedCompanions } from '../presence/Companions';
import { usePresence } from '../presence/usePresence';
import { PriorityForm } from '../priority/PriorityForm';
import { type ListSource, routes } from '../routes';
import { Tags } from '../tags/Tags';
import { useTexts } from '../texts';
import { entryElementId } from '../thread/EntryItem';
import { Thread } from '../thread/Thread';
import { useMarkRead } from '../unread/useMarkRead';
import { Facts } from './Facts';
import classes from './TicketContent.module.css';

interface TicketContentProps {
  ticket: Ticket;
  source: ListSource;
  split: boolean;
}

export function TicketContent({ ticket, source, split }: TicketContentProps) {
  const t = useTexts().ticket;
  const insertTexts = useInsertTexts();
  const [, navigate] = useLocation();
  const composer = useRef<HTMLElement>(null);
  const { deskName } = useSettings();
  const heading = usePageHeading(`${ticket.number} ${ticket.subject}`, deskName);
  const Heading = split ? 'h2' : 'h1';
  const newEntries = useNewEntries(ticket, usePerson().id);
  const presence = usePresence(ticket);
  useReadMention(ticket);
  useMarkRead(ticket);
  useShortcuts('ticket', [
    {
      id: 'back',
      label: t.back,
      keys: 'Escape',
      alias: ['u'],
      keyOnly: true,
      run: () => navigate(routes.list(source)),
    },
  ]);

  return (
    <article className={classes.ticket} aria-labelledby="ticket-title">
      <NewEntriesBar
        newEntries={newEntries}
        onSee={(entryId) => document.getElementById(entryElementId(entryId))?.focus()}
        onBack={() => composer.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()}
      />
      <header className={classes.head}>
        <div className={classes.line}>
          {!split && (
            <span data-screen-only>
              <LinkButton kind="quiet" small icon="chevronLeft" href={routes.list(source)}>
                {t.back}
              </LinkButton>
            </span>
          )}
          <p className={classes.number}>{t.number({ number: ticket.number })}</p>
          <StatusBadge status={ticket.status} />
          <PriorityBadge priority={ticket.priority} />
          <AnnouncedCompanions others={presence.others} />
          {split && (
            <span className={classes.close}>
              <IconButton icon="close" label={t.back} onClick={() => navigate(routes.list(source))} />
            </span>
          )}
        </div>
        <Heading id="ticket-title" ref={heading} tabIndex={-1} className={classes.title}>
          {ticket.subject}
        </Heading>
        <div className={classes.acts} data-screen-only>
          {ticket.actions.includes('response') && (
            <Button
              small
              icon="reply"
              onClick={() => {
                composer.current?.scrollIntoView({ block: 'start' });
                composer.current?.focus({ preventScroll: true });
              }}
            >
              {t.write}
            </Button>
          )}
          <Acts ticket={ticket} />
          <LinkButton small kind="quiet" icon="book" href={routes.knowledge('nuevo', ticket.number)}>
            {insertTexts.fromTicket}
          </LinkButton>
          <PrintButton small />
        </div>
      </header>
      {ticket.wait && <WaitNotice wait={ticket.wait} />}
      {ticket.mergedInto && (
        <MergedNotice into={ticket.mergedInto} href={routes.ticketIn(source, ticket.mergedInto)} />
      )}
      <Facts ticket={ticket} source={source} />
      <Tags ticket={ticket} />
      {ticket.actions.includes('prioritize') && <PriorityForm ticket={ticket} />}
      <div className={classes.around}>
        <Links ticket={ticket} hrefOf={(number) => routes.ticketIn(source, number)} />
        <Participants ticket={ticket} onLeft={() => navigate(routes.list(source))} />
      </div>
      <Thread entries={newEntries.shown} isNew={newEntries.isNew} />
      <section
        ref={composer}
        tabIndex={-1}
        className={classes.composer}
        data-screen-only
        aria-labelledby="composer-title"
      >
        <Composer ticket={ticket} source={source} newEntries={newEntries} presence={presence} />
      </section>
    </article>
  );
}
