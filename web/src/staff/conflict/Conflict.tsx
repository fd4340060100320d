import type { ReactNode } from 'react';
import { Notice } from '../../design/notice/Notice';
import { useTexts } from '../texts';
import { EntryItem } from '../thread/EntryItem';
import type { Entry } from '../ticket/ticketQuery';
import classes from './Conflict.module.css';

interface ConflictProps {
  /** After a refusal, or only to let the person know before they send. */
  refused: boolean;
  changes: readonly Entry[];
  actions?: ReactNode;
  children: ReactNode;
}

/** D8: what others did meanwhile, above the work that is still there. */
export function Conflict({ refused, changes, actions, children }: ConflictProps) {
  const t = useTexts().conflict;
  return (
    <Notice tone="warning" title={refused ? t.refused : t.news(changes.length)} actions={actions}>
      <p role={refused ? 'alert' : 'status'}>{children}</p>
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
