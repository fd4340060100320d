import { useTexts } from '../texts';
import type { Entry } from '../ticket/ticketQuery';
import { EntryItem } from './EntryItem';
import classes from './Thread.module.css';

interface ThreadProps {
  entries: readonly Entry[];
  isNew: (entry: Entry) => boolean;
}

export function Thread({ entries, isNew }: ThreadProps) {
  const t = useTexts().thread;
  return (
    <section aria-labelledby="thread-title">
      <h3 id="thread-title" className={classes.title}>
        {t.title}
      </h3>
      <ol className={classes.thread} aria-labelledby="thread-title">
        {entries.map((entry) => (
          <EntryItem key={entry.id} entry={entry} isNew={isNew(entry)} />
        ))}
      </ol>
    </section>
  );
}
