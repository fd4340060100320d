import type { ReactNode } from 'react';
import { Button } from '../button/Button';
import { ProblemNotice } from '../notice/ProblemNotice';
import { useDesignTexts } from '../texts';
import { ErrorState, Skeleton } from './States';

interface QueryOf<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<T extends readonly unknown[]> {
  /** The queries whose data the children need. */
  of: readonly [...{ [K in keyof T]: QueryOf<T[K]> }];
  /** `field` is for a part of a form, `page` for a whole page or dialog. */
  place?: 'field' | 'page';
  /** Shown while loading. */
  waiting?: ReactNode;
  children: (...data: NoInfer<T>) => ReactNode;
}

/** Renders children with the data of queries. Shows a placeholder while they load, and an error with a retry. */
export function Loaded<T extends readonly unknown[]>(props: LoadedProps<T>) {
  const { of, place = 'field', waiting = <Skeleton size="control" />, children } = props;
  const t = useDesignTexts().error;
  const missing = of.filter(({ data }) => data === undefined);
  if (missing.length === 0) return children(...(of.map(({ data }) => data) as unknown as T));
  const failed = missing.filter(({ error }) => error);
  if (failed.length === 0) return waiting;
  const error = failed[0]?.error;
  const retry = () => {
    for (const query of failed) query.refetch();
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
