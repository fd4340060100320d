import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import type { Ticket } from '../../api/queries';
import { useSettings } from '../../app/useSettings';
import { PriorityBadge, StatusBadge } from '../../design/badges/Badges';
import { Button, IconButton, LinkButton } from '../../design/button/Button';
import { usePageHeading } from '../../design/page/usePageHeading';
import { MergedNotice } from '../../links/MergedNotice';
import { NewEntriesBar } from '../../newentries/NewEntriesBar';
import { useNewEntries } from '../../newentries/useNewEntries';
import { usePerson } from '../../session/useSession';
import { Acts } from '../acts/Acts';
import { Composer } from '../composer/Composer';
import { useShortcuts } from '../keyboard/useShortcuts';
import { WaitNotice } from '../life/WaitNotice';
import { useReadMention } from '../mentions/useReadMention';
import { AnnouncedCompanions } from '../presence/Companions';
import { usePresence } from '../presence/usePresence';
import { type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import { entryElementId } from '../thread/EntryItem';
import { Thread } from '../thread/Thread';
import { useMarkRead } from '../unread/useMarkRead';
import { useMediaQuery } from '../workspace/useMediaQuery';
import { Properties } from './Properties';
import classes from './TicketContent.module.css';
import { useOpeningPosition } from './useOpeningPosition';

interface TicketContentProps {
  ticket: Ticket;
  source: ListSource;
  split: boolean;
}

/**
 * A ticket: its conversation with the docked composer, and its properties. In a window of at least 900 px they are side by
 * side; in a narrower one, a button shows the properties in place of the conversation.
 */
export function TicketContent({ ticket, source, split }: TicketContentProps) {
  const t = useTexts().ticket;
  const [, navigate] = useLocation();
  const composer = useRef<HTMLElement>(null);
  const messages = useRef<HTMLDivElement>(null);
  const propertiesId = useId();
  const beside = useMediaQuery('(min-width: 56.25rem)');
  const [propertiesShown, setPropertiesShown] = useState(false);
  const { deskName } = useSettings();
  const heading = usePageHeading(`${ticket.number} ${ticket.subject}`, deskName);
  const Heading = split ? 'h2' : 'h1';
  const newEntries = useNewEntries(ticket, usePerson().id);
  const presence = usePresence(ticket);
  useReadMention(ticket);
  useOpeningPosition(messages, ticket);
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
          {!beside && (
            <Button
              small
              kind="secondary"
              aria-expanded={propertiesShown}
              aria-controls={propertiesId}
              onClick={() => setPropertiesShown(!propertiesShown)}
            >
              {t.properties}
            </Button>
          )}
          <Acts ticket={ticket} />
        </div>
      </header>
      <div
        className={classes.body}
        data-beside={beside || undefined}
        data-properties={(!beside && propertiesShown) || undefined}
      >
        <div className={classes.conversation}>
          <div className={classes.news}>
            <NewEntriesBar
              newEntries={newEntries}
              onSee={(entryId) => document.getElementById(entryElementId(entryId))?.focus()}
              onBack={() => composer.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()}
            />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls the conversation */}
          <div ref={messages} className={classes.messages} tabIndex={0}>
            {ticket.wait && <WaitNotice wait={ticket.wait} />}
            {ticket.mergedInto && (
              <MergedNotice into={ticket.mergedInto} href={routes.ticketIn(source, ticket.mergedInto)} />
            )}
            <Thread entries={newEntries.shown} isNew={newEntries.isNew} />
          </div>
          <section
            ref={composer}
            tabIndex={-1}
            className={classes.composer}
            data-screen-only
            aria-labelledby="composer-title"
          >
            <Composer ticket={ticket} source={source} newEntries={newEntries} presence={presence} />
          </section>
        </div>
        <Properties
          id={propertiesId}
          ticket={ticket}
          source={source}
          onRequested={() => flushSync(() => setPropertiesShown(true))}
        />
      </div>
    </article>
  );
}
