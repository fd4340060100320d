import type { Entry } from '../../api/queries';
import { Moment } from '../../design/dates/Moment';
import { EntryBody } from '../../design/files/EntryBody';
import { Icon, type IconName } from '../../design/icon/Icon';
import { useAffiliation } from '../../history/affiliation';
import { SplitMark } from '../../links/SplitMark';
import { NewMark } from '../../newentries/NewMark';
import { routes } from '../routes';
import classes from './EntryItem.module.css';
import { useThreadTexts } from './texts';
import { useChangeText } from './useChangeText';

const icons: Record<Exclude<Entry['kind'], 'event'>, IconName> = {
  message: 'user',
  response: 'reply',
  note: 'lock',
};

/**
 * Shows an entry of the thread. Message, response and note differ in icon, label and background, not by colour alone.
 */
export function EntryItem({ entry, isNew = false }: ItemProps) {
  return entry.kind === 'event' ? (
    <EventItem entry={entry} isNew={isNew} />
  ) : (
    <WrittenItem entry={entry} isNew={isNew} kind={entry.kind} />
  );
}

interface ItemProps {
  entry: Entry;
  /** Whether another person added the entry since the page of the ticket was opened. */
  isNew?: boolean;
}

/**
 * Returns the id with which the page scrolls to an entry, and the tabIndex with which it moves the focus to a new one. Only
 * the thread passes `isNew`: the list of a conflict may show the same entry too, and an id must be unique.
 */
const focusAttributes = ({ entry, isNew }: ItemProps) =>
  isNew === undefined ? {} : { id: entryElementId(entry.id), tabIndex: isNew ? -1 : undefined };

export const entryElementId = (id: string) => `entry-${id}`;

function WrittenItem({ entry, isNew, kind }: ItemProps & { kind: keyof typeof icons }) {
  const t = useThreadTexts();
  const affiliation = useAffiliation(entry.author);
  return (
    <li
      {...focusAttributes({ entry, isNew })}
      className={`${classes.entry} ${classes[kind]}`}
      data-kind={kind}
    >
      <div className={classes.head}>
        <Icon name={icons[kind]} />
        <span className={classes.author}>{entry.author.name}</span>
        <span className={classes.affiliation}>{affiliation}</span>
        <span className={classes.kind}>{t.kinds[kind]}</span>
        {isNew && <NewMark />}
        <span className={classes.when}>
          <Moment at={entry.createdAt} />
        </span>
      </div>
      <EntryBody body={entry.body} attachments={entry.attachments} />
      <SplitMark entry={entry} hrefOf={routes.ticket} />
      {entry.changes.length > 0 && (
        <div className={classes.changes}>
          <Changes entry={entry} />
        </div>
      )}
    </li>
  );
}

/** Shows the changes of an event in the history, with the reason if there is one (D7). */
function EventItem({ entry, isNew }: ItemProps) {
  const t = useThreadTexts();
  const affiliation = useAffiliation(entry.author);
  return (
    <li {...focusAttributes({ entry, isNew })} className={classes.event} data-kind="event">
      <p className={classes.eventLine}>
        <span className={classes.author}>{entry.author.role === 'system' ? t.desk : entry.author.name}</span>
        {affiliation && <span className={classes.affiliation}>{affiliation}</span>}
        {isNew && <NewMark />}
        <span className={classes.when}>
          <Moment at={entry.createdAt} />
        </span>
      </p>
      {entry.reason && <p className={classes.reason}>{entry.reason}</p>}
      <Changes entry={entry} />
      <SplitMark entry={entry} hrefOf={routes.ticket} />
    </li>
  );
}

function Changes({ entry }: { entry: Entry }) {
  const textOf = useChangeText();
  // The change of the status already shows the end of a wait.
  const changes = entry.changes.filter(({ field, to }) => to || !field.startsWith('waiting'));
  if (changes.length === 0) return null;
  return (
    <ul className={classes.changeList}>
      {changes.map((change) => (
        <li key={change.field}>{textOf(change, entry.changes)}</li>
      ))}
    </ul>
  );
}
