import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useTypedAddress } from '../../numbers/useTypedAddress';
import { routes } from '../routes';

interface MissingTicketProps {
  number: string;
  /** Shown while the ticket is searched. */
  searching: ReactNode;
  /** Shown if no ticket has the number. */
  children: ReactNode;
}

/** Opens the ticket whose number was typed in the address bar in another form (C2). */
export default function MissingTicket({ number, searching, children }: MissingTicketProps) {
  const typed = useTypedAddress(number, true);
  if (typed.found) return <Redirect to={routes.ticket(typed.found)} replace />;
  return typed.isSearching ? searching : children;
}
