import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ticketQuery } from '../api/queries';
import { Button } from '../design/button/Button';
import { Moment } from '../design/dates/Moment';
import { EntryBody } from '../design/files/EntryBody';
import { ErrorState, Skeleton } from '../design/states/States';
import { useDesignTexts } from '../design/texts';
import { affiliationOf } from '../history/affiliation';
import classes from './Links.module.css';
import { useTexts } from './texts';

/** Shows the messages of a ticket that was merged into this one (G6). */
export function MergedMessages({ number }: { number: string }) {
  const t = useTexts();
  const { roles } = useDesignTexts();
  const id = useId();
  const [shown, setShown] = useState(false);
  const ticket = useQuery({ ...ticketQuery(number), enabled: shown });
  const messages = ticket.data?.entries.filter(({ kind }) => kind !== 'event') ?? [];
  return (
    <>
      <Button
        small
        kind="quiet"
        icon={shown ? 'chevronUp' : 'chevronDown'}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {shown ? t.hide({ number }) : t.show({ number })}
      </Button>
      <div id={id} hidden={!shown}>
        {shown && ticket.isPending && <Skeleton size="block" />}
        {ticket.isError && <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />}
        {shown && ticket.data && (
          <ol className={classes.messages} aria-label={t.messages({ number })}>
            {messages.map((entry) => (
              <li key={entry.id} className={classes.message} data-kind={entry.kind}>
                <p className={classes.soft}>
                  <strong>{entry.author.name}</strong> · {affiliationOf(entry.author, roles)} ·{' '}
                  <Moment at={entry.createdAt} />
                </p>
                <EntryBody body={entry.body} attachments={entry.attachments} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}
