import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Ticket } from '../../api/queries';
import { Moment } from '../../design/dates/Moment';
import { useAnswerText } from '../../design/extrafields/useAnswerText';
import { Stars } from '../../rating/Stars';
import { useEntityName } from '../directory/queries';
import { unrefined } from '../filters/refinement';
import { FirstResponse } from '../life/FirstResponse';
import { TimeLeft } from '../life/TimeLeft';
import { useLifeTexts } from '../life/texts';
import { Due } from '../list/Due';
import { isResolutionOverdue } from '../list/deadline';
import { type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Facts.module.css';

export function Facts({ ticket, source }: { ticket: Ticket; source: ListSource }) {
  const t = useTexts();
  const life = useLifeTexts();
  const entityName = useEntityName();
  const answerText = useAnswerText();
  const { requester } = ticket;
  const facts = t.ticket.facts;
  return (
    <dl className={classes.facts}>
      <Fact name={facts.requester}>
        {requester.name}
        {requester.email && (
          <a className={classes.contact} href={`mailto:${requester.email}`}>
            {requester.email}
          </a>
        )}
        {requester.phone && (
          <a className={classes.contact} href={`tel:${requester.phone.replace(/[^\d+]/g, '')}`}>
            {requester.phone}
          </a>
        )}
        <Link
          className={classes.contact}
          href={routes.list({
            queue: 'all',
            refinement: { ...unrefined, filters: { requester: [requester.id] } },
          })}
          data-screen-only
        >
          {t.ticket.othersOfRequester}
        </Link>
      </Fact>
      <Fact name={facts.organization}>
        {ticket.organization ?? '—'}
        <span className={classes.soft}>{entityName(ticket.entity)}</span>
      </Fact>
      <Fact name={facts.topic}>{ticket.topic.name}</Fact>
      {ticket.fields?.map((answer) => (
        <Fact key={answer.id} name={answer.name}>
          <span className={classes.answer}>{answerText(answer)}</span>
        </Fact>
      ))}
      <Fact name={facts.department}>{ticket.department.name}</Fact>
      <Fact name={facts.assignee}>{ticket.assignee?.name ?? t.list.unassigned}</Fact>
      <Fact name={facts.due}>
        {/* The key creates a new element for a new date, so that the change is animated. */}
        <span key={ticket.dueAt} className={classes.moved}>
          <Due at={ticket.dueAt} overdue={isResolutionOverdue(ticket)} />
        </span>
        <TimeLeft ticket={ticket} />
      </Fact>
      {ticket.firstResponse && (
        <Fact name={life.firstResponse.name}>
          <FirstResponse firstResponse={ticket.firstResponse} isOpen={ticket.status === 'open'} />
        </Fact>
      )}
      <Fact name={facts.created}>
        <Moment at={ticket.createdAt} />
      </Fact>
      <Fact name={facts.activity}>
        <Moment at={ticket.updatedAt} />
      </Fact>
      {ticket.relatedTo && (
        <Fact name={life.related}>
          <Link href={routes.ticketIn(source, ticket.relatedTo)}>{ticket.relatedTo}</Link>
        </Fact>
      )}
      {ticket.rating && (
        <Fact name={life.rating.name}>
          <Stars score={ticket.rating.score} />
          {ticket.rating.comment && (
            <span className={classes.soft}>{life.rating.comment({ text: ticket.rating.comment })}</span>
          )}
        </Fact>
      )}
    </dl>
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
