import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { makeQueryClient } from '../api/queries';
import type { Person } from '../session/sessionQuery';
import { type Session, SessionContext } from '../session/useSession';

export const agent: Person = {
  id: 'ana',
  name: 'Ana Torres',
  username: 'ana',
  email: 'ana@mesa.example',
  role: 'agent',
  language: 'es',
  timeZone: 'America/Mexico_City',
  organizationShares: false,
  openTickets: 0,
  awaitedTickets: 0,
};

const session: Session = {
  status: 'signed-in',
  person: agent,
  timeZone: agent.timeZone,
  retry: () => {},
  signedIn: () => {},
  signOut: async () => {},
};

/** The providers that components need in tests: a query client and the session of an agent. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={client}>
      <SessionContext value={session}>{children}</SessionContext>
    </QueryClientProvider>
  );
}
