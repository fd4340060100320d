import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Boundary } from '../design/states/Boundary';
import { SessionProvider } from '../session/SessionProvider';

/** The context providers that both the portal and the staff page need. */
export function AppProviders({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <SessionProvider>
        <Boundary>{children}</Boundary>
      </SessionProvider>
    </QueryClientProvider>
  );
}
