import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from './States';

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<T extends readonly unknown[]> {
  /** What has to be there, as queries. */
  of: readonly [...{ [K in keyof T]: Asked<T[K]> }];
  /** What stands in its place meanwhile. */
  waiting?: ReactNode;
  children: (...data: NoInfer<T>) => ReactNode;
}

/** What is made of something that is asked for; what could not be had is said, and can be asked for again. */
export function Loaded<T extends readonly unknown[]>(props: LoadedProps<T>) {
  const { of, waiting = <Skeleton size="control" />, children } = props;
  const lacking = of.filter(({ data }) => data === undefined);
  if (lacking.length === 0) return children(...(of.map(({ data }) => data) as unknown as T));
  const failed = lacking.filter(({ error }) => error);
  if (failed.length === 0) return waiting;
  return (
    <ErrorState
      error={failed[0]?.error}
      onRetry={() => {
        for (const asked of failed) asked.refetch();
      }}
    />
  );
}
