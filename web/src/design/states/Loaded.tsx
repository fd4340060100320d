import type { ReactNode } from 'react';
import { LoadProblem } from './LoadProblem';
import { ErrorState, Skeleton } from './States';

interface QueryOf<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<T extends readonly unknown[]> {
  /** The queries whose data the children need. */
  queries: readonly [...{ [K in keyof T]: QueryOf<T[K]> }];
  /** How an error is shown: `inline` for a part of a form, `page` for a whole page or dialog. */
  layout?: 'inline' | 'page';
  /** Shown while loading. */
  placeholder?: ReactNode;
  children: (...data: NoInfer<T>) => ReactNode;
}

/** Renders children with the data of queries. Shows a placeholder while they load, and an error with a retry. */
export function Loaded<T extends readonly unknown[]>(props: LoadedProps<T>) {
  const { queries, layout = 'inline', placeholder = <Skeleton size="control" />, children } = props;
  const missing = queries.filter(({ data }) => data === undefined);
  if (missing.length === 0) return children(...(queries.map(({ data }) => data) as unknown as T));
  const failed = missing.filter(({ error }) => error);
  if (failed.length === 0) return placeholder;
  const error = failed[0]?.error;
  const retry = () => {
    for (const query of failed) query.refetch();
  };
  if (layout === 'page') return <ErrorState error={error} onRetry={retry} />;
  return <LoadProblem error={error} onRetry={retry} />;
}
