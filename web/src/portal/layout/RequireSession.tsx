import { type ReactNode, useEffect } from 'react';
import { ErrorState, Skeleton } from '../../design/states/States';
import { useSession } from '../../session/useSession';
import { SignInPage } from '../signin/SignInPage';

/** Pages of someone signed in. Others sign in right there and the address stays, so they go on to what they came for. */
export function RequireSession({ load, children }: { load: () => Promise<unknown>; children: ReactNode }) {
  const { status, person, retry } = useSession();
  // The page's code comes while the session is being asked for, not after.
  useEffect(() => void load(), [load]);
  if (status === 'loading') return <Skeleton size="block" count={2} />;
  if (status === 'failed') return <ErrorState error={undefined} onRetry={retry} />;
  if (!person) return <SignInPage needed />;
  return <div key={person.id}>{children}</div>;
}
