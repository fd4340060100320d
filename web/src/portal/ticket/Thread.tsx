import type { Schemas } from '../../api/client';
import { formatDateTime } from '../../design/dates/format';
import { Moment } from '../../design/dates/Moment';
import { Written } from '../../design/files/Written';
import { Icon } from '../../design/icon/Icon';
import { useDesignTexts } from '../../design/texts';
import { useLanguage } from '../../i18n/language';
import { NewMark } from '../../news/NewMark';
import { usePerson, useTimeZone } from '../../session/useSession';
import { useTexts } from '../texts';
import { changeText } from './changeText';
import classes from './Thread.module.css';

type Entry = Schemas['Entry'];

interface ThreadProps {
  entries: readonly Entry[];
  isNew: (entry: Entry) => boolean;
}

export const entryElement = (id: string) => `entry-${id}`;

/** Messages, responses and events in the order they happened. */
export function Thread({ entries, isNew }: ThreadProps) {
  const t = useTexts().ticket;
  return (
    <section aria-label={t.thread}>
      <h2 className="visually-hidden">{t.thread}</h2>
      <ol className={classes.thread}>
        {entries.map((entry) => (
          <li key={entry.id} id={entryElement(entry.id)} tabIndex={isNew(entry) ? -1 : undefined}>
            {entry.kind === 'event' ? (
              <Event entry={entry} isNew={isNew(entry)} />
            ) : (
              <Post entry={entry} isNew={isNew(entry)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function useAuthorName(author: Entry['author']): string {
  const t = useTexts().ticket;
  const person = usePerson();
  if (author.role === 'system') return t.desk;
  return author.id === person.id ? `${author.name} (${t.you.toLowerCase()})` : author.name;
}

interface ItemProps {
  entry: Entry;
  isNew: boolean;
}

function Post({ entry, isNew }: ItemProps) {
  const t = useTexts().ticket;
  const author = useAuthorName(entry.author);
  return (
    <article className={entry.kind === 'response' ? classes.response : classes.message}>
      <header className={classes.head}>
        <span className={classes.author}>{author}</span>
        <span className={classes.kind}>{t.kinds[entry.kind]}</span>
        {isNew && <NewMark />}
        <span className={classes.when}>
          <Moment at={entry.createdAt} />
        </span>
      </header>
      <div className={classes.body}>
        <Written body={entry.body} attachments={entry.attachments} />
        <Changes entry={entry} />
      </div>
    </article>
  );
}

/** What a reply changed by the way, such as the status. */
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
  const author = useAuthorName(entry.author);
  const clauses = useClauses(entry);
  return (
    <div className={classes.event}>
      <Icon name="circle" />
      <p>
        <strong>{author}</strong> {clauses.join('; ')}
        {clauses.length > 0 && '. '}
        {entry.reason}{' '}
        <span className={classes.when}>
          <Moment at={entry.createdAt} />
        </span>{' '}
        {isNew && <NewMark />}
      </p>
    </div>
  );
}

function useClauses(entry: Entry): string[] {
  const { change } = useTexts();
  const { status, priority } = useDesignTexts();
  const language = useLanguage();
  const timeZone = useTimeZone();
  const date = (iso: string) => formatDateTime(iso, language, timeZone);
  return entry.changes.map((one) => changeText(one, { change, status, priority, date })).filter(Boolean);
}

function sentence(clauses: string[]): string {
  const text = clauses.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
