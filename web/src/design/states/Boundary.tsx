import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Problem } from '../../api/problem';
import { ErrorState } from './States';

interface BoundaryProps {
  /** The page it is in: going to another one leaves what failed behind. */
  page?: string;
  children: ReactNode;
}

/** What fails while it is drawn, as by an answer that nobody expects, is said in its place instead of leaving the page blank. */
export function Boundary({ page, children }: BoundaryProps) {
  return (
    <ErrorBoundary resetKeys={[page]} fallback={<Failed />}>
      {children}
    </ErrorBoundary>
  );
}

function Failed() {
  return <ErrorState error={new Problem({ status: 500 })} onRetry={() => location.reload()} />;
}
