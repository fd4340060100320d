import { Moment } from '../../design/dates/Moment';
import { Icon } from '../../design/icon/Icon';
import { useTexts } from '../texts';
import classes from './Due.module.css';

/** The due date; an overdue one is marked with a word, not by colour alone. */
export function Due({ ticket }: { ticket: { dueAt: string | null; overdue: boolean } }) {
  const t = useTexts().due;
  if (!ticket.dueAt) return <span className={classes.none}>{t.none}</span>;
  if (!ticket.overdue) return <Moment at={ticket.dueAt} />;
  return (
    <span className={classes.overdue}>
      <Icon name="alert" />
      <span>
        {t.overdue} <Moment at={ticket.dueAt} />
      </span>
    </span>
  );
}
