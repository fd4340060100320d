import { useLocation } from 'wouter';
import type { Ticket } from '../../api/queries';
import { Links } from '../../links/Links';
import { Participants } from '../../participants/Participants';
import { PriorityForm } from '../priority/PriorityForm';
import { type ListSource, routes } from '../routes';
import { Tags } from '../tags/Tags';
import { useTexts } from '../texts';
import { Facts } from './Facts';
import classes from './Properties.module.css';

interface PropertiesProps {
  id: string;
  ticket: Ticket;
  source: ListSource;
  /** Called before a shortcut moves the focus here. A narrow window then shows the properties. */
  onRequested: () => void;
}

/** The attributes of a ticket beside its conversation: priority, facts, tags, links and participants. */
export function Properties({ id, ticket, source, onRequested }: PropertiesProps) {
  const t = useTexts().ticket;
  const [, navigate] = useLocation();
  return (
    <aside id={id} className={classes.properties} aria-label={t.properties}>
      {ticket.actions.includes('prioritize') && <PriorityForm ticket={ticket} onRequested={onRequested} />}
      <Facts ticket={ticket} source={source} />
      <Tags ticket={ticket} />
      <Links ticket={ticket} hrefOf={(number) => routes.ticketIn(source, number)} />
      <Participants ticket={ticket} onLeft={() => navigate(routes.list(source))} />
    </aside>
  );
}
