import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Problem } from '../../api/problem';
import { ErrorState } from './States';

interface BoundaryProps {
  /** The path of the current page. A navigation to another page clears the error. */
  page?: string;
  children: ReactNode;
}

/** Shows an error instead of content that fails to render, for example after an unexpected response. */
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
