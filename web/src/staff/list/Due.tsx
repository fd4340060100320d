import { Moment } from '../../design/dates/Moment';
import { Icon } from '../../design/icon/Icon';
import { useTexts } from '../texts';
import classes from './Due.module.css';

/** Shows a deadline. If the ticket is overdue, a word says so, not only the colour. */
export function Due({ at, overdue }: { at: string | null; overdue: boolean }) {
  const t = useTexts().due;
  if (!at) return <span className={classes.none}>{t.none}</span>;
  if (!overdue) return <Moment at={at} />;
  return (
    <span className={classes.overdue}>
      <Icon name="alert" />
      <span>
        {t.overdue} <Moment at={at} />
      </span>
    </span>
  );
}
