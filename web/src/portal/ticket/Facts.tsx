import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { entitiesQuery } from '../../api/queries';
import { StatusBadge } from '../../design/badges/Badges';
import { Moment } from '../../design/dates/Moment';
import { useAnswerText } from '../../design/extrafields/useAnswerText';
import { useLifeTexts } from '../life/texts';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Facts.module.css';

/** The ticket's data above the thread (C3). */
export function Facts({ ticket }: { ticket: Schemas['Ticket'] }) {
  const t = useTexts().ticket;
  const life = useLifeTexts();
  const answerText = useAnswerText();
  const { data: entities } = useQuery(entitiesQuery);
  const { status, department, createdAt, entity, requester, subject, topic, relatedTo } = ticket;
  return (
    <section className={classes.facts} aria-label={t.facts}>
      <dl className={classes.subject}>
        <Fact name={t.subject}>{subject}</Fact>
      </dl>
      <dl className={classes.list}>
        <Fact name={t.status}>
          <StatusBadge status={status} />
        </Fact>
        <Fact name={t.department}>{department.name}</Fact>
        <Fact name={t.created}>
          <Moment at={createdAt} />
        </Fact>
        {entity && <Fact name={t.entity}>{entities?.find(({ id }) => id === entity)?.name ?? entity}</Fact>}
        <Fact name={t.name}>{requester.name}</Fact>
        {requester.email && (
          <>
            <Fact name={t.email}>{requester.email}</Fact>
            <Fact name={t.phone}>{requester.phone || t.none}</Fact>
          </>
        )}
        <Fact name={t.topic}>{topic.name}</Fact>
        {relatedTo && (
          <Fact name={life.related}>
            <Link href={routes.ticket(relatedTo)}>{relatedTo}</Link>
          </Fact>
        )}
        {ticket.fields?.map((answer) => (
          <Fact key={answer.id} name={/[:?]$/.test(answer.name) ? answer.name : `${answer.name}:`}>
            <span className={classes.answer}>{answerText(answer)}</span>
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
