import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from '../../design/states/States';
import { useSession } from '../../session/useSession';
import { SignInPage } from '../signin/SignInPage';

/** Pages of someone signed in. Others sign in right there and the address stays, so they go on to what they came for. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { status, person, retry } = useSession();
  if (status === 'loading') return <Skeleton size="block" count={2} />;
  if (status === 'failed') return <ErrorState error={undefined} onRetry={retry} />;
  if (!person) return <SignInPage needed />;
  return <div key={person.id}>{children}</div>;
}
