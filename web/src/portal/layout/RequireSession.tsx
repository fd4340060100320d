import { type ReactNode, useEffect } from 'react';
import { ErrorState, Skeleton } from '../../design/states/States';
import { useSession } from '../../session/useSession';
import { SignInPage } from '../signin/SignInPage';

/**
 * Renders a page that requires a session. Without a session it shows the sign-in form at the same URL, and the page
 * after signing in.
 */
export function RequireSession({ load, children }: { load: () => Promise<unknown>; children: ReactNode }) {
  const { status, person, retry } = useSession();
  // The page's code is loaded in parallel with the session.
  useEffect(() => void load(), [load]);
  if (status === 'loading') return <Skeleton size="block" count={2} />;
  if (status === 'failed') return <ErrorState error={undefined} onRetry={retry} />;
  if (!person) return <SignInPage needed />;
  return <div key={person.id}>{children}</div>;
}
