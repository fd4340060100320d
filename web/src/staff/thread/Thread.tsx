import { useRef, useState } from 'react';
import type { Entry } from '../../api/queries';
import { Fold } from '../../history/Fold';
import { groupsOf } from '../../history/groups';
import { HistoryFilter, type HistoryMode } from '../../history/HistoryFilter';
import { JumpToLatest } from '../../history/JumpToLatest';
import { EntryItem } from './EntryItem';
import classes from './Thread.module.css';
import { useThreadTexts } from './texts';

interface ThreadProps {
  entries: readonly Entry[];
  isNew: (entry: Entry) => boolean;
}

/** The conversation, with or without the history of changes (F9). New entries are always shown. */
export function Thread({ entries, isNew }: ThreadProps) {
  const t = useThreadTexts();
  const [mode, setMode] = useState<HistoryMode>('all');
  const list = useRef<HTMLOListElement>(null);
  const groups = groupsOf(entries, (entry) => mode === 'all' || isNew(entry));
  return (
    <section aria-labelledby="thread-title">
      <div className={classes.head}>
        <h3 id="thread-title">{t.title}</h3>
        <JumpToLatest list={list} total={groups.length} />
        <HistoryFilter mode={mode} onMode={setMode} total={entries.length} />
      </div>
      <ol ref={list} className={classes.thread} aria-labelledby="thread-title">
        {groups.map((group) =>
          group.kind === 'written' ? (
            <EntryItem key={group.entry.id} entry={group.entry} isNew={isNew(group.entry)} />
          ) : (
            <li key={group.entries[0]?.id}>
              <Fold count={group.entries.length} unfolded={group.entries.some(isNew)}>
                <ol className={classes.events}>
                  {group.entries.map((entry) => (
                    <EntryItem key={entry.id} entry={entry} isNew={isNew(entry)} />
                  ))}
                </ol>
              </Fold>
            </li>
          ),
        )}
      </ol>
    </section>
  );
}
