import { Moment } from '../../design/dates/Moment';
import { Icon } from '../../design/icon/Icon';
import { useTexts } from '../texts';
import classes from './Due.module.css';

/** Shows the due date. If it has passed, a word says so, not only the colour. */
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
