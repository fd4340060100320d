import type { RefObject } from 'react';
import fields from '../control/Field.module.css';
import { LoadProblem } from '../states/LoadProblem';
import { useDesignTexts } from '../texts';

/** A search of choices on the server. */
export interface ServerSearch {
  typed: string;
  onTyped: (text: string) => void;
  /** Whether more choices match than are shown. */
  more: boolean;
  error: unknown;
  retry: () => void;
}

interface ServerSearchStatusProps {
  search: ServerSearch | undefined;
  /** The search box. It is focused on a retry, because the button disappears. */
  box: RefObject<HTMLInputElement | null>;
}

/** Shows below a search box why the search failed, or that more choices match than are shown. */
export function ServerSearchStatus({ search, box }: ServerSearchStatusProps) {
  const t = useDesignTexts().search;
  if (!search) return null;
  const { error, more, retry } = search;
  if (error) {
    return (
      <LoadProblem
        error={error}
        onRetry={() => {
          box.current?.focus();
          retry();
        }}
      />
    );
  }
  return more && <p className={fields.hint}>{t.more}</p>;
}
