import type { ReactNode } from 'react';
import type { Entry } from '../../api/queries';
import { Notice } from '../../design/notice/Notice';
import { EntryItem } from '../thread/EntryItem';
import classes from './Conflict.module.css';
import { useConflictTexts } from './texts';

interface ConflictProps {
  changes: readonly Entry[];
  children: ReactNode;
}

/** Lists the changes by others because of which the server refused an act (D8). */
export function Conflict({ changes, children }: ConflictProps) {
  const t = useConflictTexts();
  return (
    <Notice tone="warning" title={t.refused}>
      <p role="alert">{children}</p>
      {changes.length > 0 && (
        <ol className={classes.changes} aria-label={t.changes}>
          {changes.map((entry) => (
            <EntryItem key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </Notice>
  );
}
