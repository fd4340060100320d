import type { ReactNode } from 'react';
import { Button } from '../button/Button';
import { ProblemNotice } from '../notice/ProblemNotice';
import { useDesignTexts } from '../texts';
import { ErrorState, Skeleton } from './States';

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<T extends readonly unknown[]> {
  /** What has to be there, as queries. */
  of: readonly [...{ [K in keyof T]: Asked<T[K]> }];
  /** Where it is shown: a field among others, or the whole of a page or dialog. */
  place?: 'field' | 'page';
  /** What stands there meanwhile. */
  waiting?: ReactNode;
  children: (...data: NoInfer<T>) => ReactNode;
}

/** What is made of something that is asked for; what could not be had is said, and can be asked for again. */
export function Loaded<T extends readonly unknown[]>(props: LoadedProps<T>) {
  const { of, place = 'field', waiting = <Skeleton size="control" />, children } = props;
  const t = useDesignTexts().error;
  const lacking = of.filter(({ data }) => data === undefined);
  if (lacking.length === 0) return children(...(of.map(({ data }) => data) as unknown as T));
  const failed = lacking.filter(({ error }) => error);
  if (failed.length === 0) return waiting;
  const error = failed[0]?.error;
  const retry = () => {
    for (const asked of failed) asked.refetch();
  };
  if (place === 'page') return <ErrorState error={error} onRetry={retry} />;
  return (
    <ProblemNotice
      error={error}
      title={t.notLoaded}
      actions={
        <Button small kind="secondary" icon="refresh" onClick={retry}>
          {t.retry}
        </Button>
      }
    />
  );
}
