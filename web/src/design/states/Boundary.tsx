import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { Problem } from '../../api/problem';
import { ErrorState } from './States';

interface BoundaryProps {
  /** The path of the current page. A navigation to another page clears the error. */
  page?: string;
  children: ReactNode;
}

/**
 * Shows an error instead of content that fails to render, for example after an unexpected response, or because the code
 * of the page cannot be loaded without a connection.
 */
export function Boundary({ page, children }: BoundaryProps) {
  return (
    <ErrorBoundary resetKeys={[page]} FallbackComponent={Failed}>
      {children}
    </ErrorBoundary>
  );
}

/** What browsers say if a dynamic import fails, and what Vite says if a stylesheet of the import fails. */
const importFailed = /dynamically imported module|importing a module script|preload CSS/i;

function Failed({ error }: FallbackProps) {
  const problem =
    error instanceof Error && importFailed.test(error.message)
      ? Problem.unreachable(error)
      : new Problem({ status: 500 });
  return <ErrorState error={problem} onRetry={() => location.reload()} />;
}
