import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useTypedAddress } from '../../numbers/useTypedAddress';
import { NotFoundPage } from '../notfound/NotFoundPage';
import { routes } from '../routes';
import { useTexts } from '../texts';

interface MissingTicketProps {
  number: string;
  /** Shown while the ticket is searched. */
  searching: ReactNode;
  /** Shown on the page that says that no ticket has the number. */
  children: ReactNode;
}

/** Opens the ticket whose number was typed in the address bar in another form (C2), or says that there is none. */
export default function MissingTicket({ number, searching, children }: MissingTicketProps) {
  const t = useTexts().ticket;
  const typed = useTypedAddress(number, true);
  if (typed.found) return <Redirect to={routes.ticket(typed.found)} replace />;
  if (typed.isSearching) return searching;
  return (
    <NotFoundPage title={t.notFound} text={t.notFoundText}>
      {children}
    </NotFoundPage>
  );
}
