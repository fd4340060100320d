import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { Link } from 'wouter';
import { api, dataOf, type Schemas } from '../api/client';
import { ticketKey } from '../api/queries';
import { announce } from '../design/announce/announce';
import { StatusBadge } from '../design/badges/Badges';
import { Button, IconButton } from '../design/button/Button';
import { ProblemNotice } from '../design/notice/ProblemNotice';
import { ErrorState, Skeleton } from '../design/states/States';
import classes from './Links.module.css';
import { MergedMessages } from './MergedMessages';
import { linksQuery } from './queries';
import { useTexts } from './texts';

const LinkDialog = lazy(() => import('./LinkDialog'));

interface LinksProps {
  ticket: Schemas['Ticket'];
  hrefOf: (number: string) => string;
}

/** Shows the linked tickets that the person may read. Staff can add and remove links (G5). */
export function Links({ ticket, hrefOf }: LinksProps) {
  const t = useTexts();
  const titleId = useId();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const { number } = ticket;
  const canLink = ticket.actions.includes('link');
  const links = useQuery({ ...linksQuery(number), enabled: ticket.linked });
  const remove = useMutation({
    mutationFn: (other: string) =>
      dataOf(api.DELETE('/tickets/{number}/links/{other}', { params: { path: { number, other } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ticketKey });
      announce(t.removed);
    },
  });
  const shown = ticket.linked ? links.data : [];
  if (!canLink && !shown?.length && !(links.isError && !links.data)) return null;

  return (
    <section className={classes.box} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId}>{t.title}</h2>
        {canLink && (
          <Button small kind="secondary" icon="link" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        )}
      </div>
      {ticket.linked && links.isPending && <Skeleton size="control" />}
      {links.isError && !links.data && (
        <ErrorState error={links.error} onRetry={() => void links.refetch()} />
      )}
      {shown && shown.length > 0 && (
        <ul className={classes.list} aria-labelledby={titleId}>
          {shown.map((link) => (
            <li key={`${link.kind} ${link.number}`} className={classes.item}>
              <div className={classes.line}>
                <span className={classes.soft}>{t.kinds[link.kind]}</span>
                <Link href={hrefOf(link.number)} className={classes.link}>
                  {link.number} · {link.subject}
                </Link>
                <StatusBadge status={link.status} />
                {link.via && <span className={classes.soft}>{t.via({ number: link.via })}</span>}
                {link.removable && (
                  <IconButton
                    icon="close"
                    label={t.remove({ number: link.number })}
                    onClick={() => !remove.isPending && remove.mutate(link.number)}
                  />
                )}
              </div>
              {link.kind === 'merged-from' && <MergedMessages number={link.number} />}
            </li>
          ))}
        </ul>
      )}
      {remove.error && <ProblemNotice error={remove.error} />}
      {adding && (
        <Suspense>
          <LinkDialog number={number} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
}
