import { useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import { formatDateTime } from '../../design/dates/format';
import { Moment } from '../../design/dates/Moment';
import { EntryBody } from '../../design/files/EntryBody';
import { Icon } from '../../design/icon/Icon';
import { useDesignTexts } from '../../design/texts';
import { useAffiliation } from '../../history/affiliation';
import { Fold } from '../../history/Fold';
import { groupsOf } from '../../history/groups';
import { HistoryFilter, type HistoryMode } from '../../history/HistoryFilter';
import { JumpToLatest } from '../../history/JumpToLatest';
import { useLanguage } from '../../i18n/language';
import { SplitMark } from '../../links/SplitMark';
import { NewMark } from '../../newentries/NewMark';
import { usePerson, useTimeZone } from '../../session/useSession';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { changeText } from './changeText';
import classes from './Thread.module.css';

type Entry = Schemas['Entry'];

interface ThreadProps {
  entries: readonly Entry[];
  isNew: (entry: Entry) => boolean;
}

export const entryElementId = (id: string) => `entry-${id}`;

/** Shows messages, responses and events in the order in which they happened, or only the conversation (F9). */
export function Thread({ entries, isNew }: ThreadProps) {
  const t = useTexts().ticket;
  const [mode, setMode] = useState<HistoryMode>('all');
  const list = useRef<HTMLOListElement>(null);
  const groups = groupsOf(entries, (entry) => mode === 'all' || isNew(entry));
  const focusTarget = (entry: Entry) => ({
    id: entryElementId(entry.id),
    tabIndex: isNew(entry) ? -1 : undefined,
  });
  return (
    <section aria-label={t.thread}>
      <h2 className="visually-hidden">{t.thread}</h2>
      <div className={classes.filter}>
        <JumpToLatest list={list} total={groups.length} />
        <HistoryFilter mode={mode} onMode={setMode} total={entries.length} />
      </div>
      <ol ref={list} className={classes.thread}>
        {groups.map((group) =>
          group.kind === 'written' ? (
            <li key={group.entry.id} {...focusTarget(group.entry)}>
              <Post entry={group.entry} isNew={isNew(group.entry)} />
            </li>
          ) : (
            <li key={group.entries[0]?.id}>
              <Fold count={group.entries.length} unfolded={group.entries.some(isNew)}>
                <ol className={classes.events}>
                  {group.entries.map((entry) => (
                    <li key={entry.id} {...focusTarget(entry)}>
                      <Event entry={entry} isNew={isNew(entry)} />
                    </li>
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

/** Returns the name of an author, and the affiliation unless the author is the reader. */
function useAuthor(author: Entry['author']): { name: string; affiliation: string } {
  const t = useTexts().ticket;
  const person = usePerson();
  const affiliation = useAffiliation(author);
  if (author.role === 'system') return { name: t.desk, affiliation };
  if (author.id === person.id) return { name: t.yourself({ name: author.name }), affiliation: '' };
  return { name: author.name, affiliation };
}

interface ItemProps {
  entry: Entry;
  isNew: boolean;
}

function Post({ entry, isNew }: ItemProps) {
  const t = useTexts().ticket;
  const { name, affiliation } = useAuthor(entry.author);
  return (
    <article className={entry.kind === 'response' ? classes.response : classes.message}>
      <header className={classes.head}>
        <span className={classes.author}>{name}</span>
        {affiliation && <span className={classes.affiliation}>{affiliation}</span>}
        <span className={classes.kind}>{t.kinds[entry.kind]}</span>
        {isNew && <NewMark />}
        <span className={classes.when}>
          <Moment at={entry.createdAt} />
        </span>
      </header>
      <div className={classes.body}>
        <EntryBody body={entry.body} attachments={entry.attachments} />
        <Changes entry={entry} />
        <SplitMark entry={entry} hrefOf={routes.ticket} />
      </div>
    </article>
  );
}

/** Shows the changes of an act below its text, such as a new status. */
function Changes({ entry }: { entry: Entry }) {
  const clauses = useClauses(entry);
  if (clauses.length === 0) return null;
  return (
    <p className={classes.changes}>
      <Icon name="info" />
      <span>{sentence(clauses)}</span>
    </p>
  );
}

function Event({ entry, isNew }: ItemProps) {
  const { name, affiliation } = useAuthor(entry.author);
  const clauses = useClauses(entry);
  return (
    <div className={classes.event}>
      <Icon name="circle" />
      <div>
        <p>
          <strong>{name}</strong> {affiliation && `(${affiliation}) `}
          {clauses.join('; ')}
          {clauses.length > 0 && '. '}
          {entry.reason}{' '}
          <span className={classes.when}>
            <Moment at={entry.createdAt} />
          </span>{' '}
          {isNew && <NewMark />}
        </p>
        <SplitMark entry={entry} hrefOf={routes.ticket} />
      </div>
    </div>
  );
}

function useClauses(entry: Entry): string[] {
  const { change } = useTexts();
  const { status, priority } = useDesignTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  const date = (iso: string) => formatDateTime(iso, language, timeZone);
  return entry.changes.map((item) => changeText(item, { change, status, priority, date })).filter(Boolean);
}

function sentence(clauses: string[]): string {
  const text = clauses.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
