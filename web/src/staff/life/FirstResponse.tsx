import type { Schemas } from '../../api/client';
import { Moment } from '../../design/dates/Moment';
import { Icon } from '../../design/icon/Icon';
import classes from './Life.module.css';
import { useLifeTexts } from './texts';

interface FirstResponseProps {
  firstResponse: Schemas['FirstResponse'];
  /** Whether the deadline clock of the ticket is running. */
  isOpen: boolean;
}

/** Shows the state of the first response (F5) with words and an icon, not by colour alone. */
export function FirstResponse({ firstResponse, isOpen }: FirstResponseProps) {
  const t = useLifeTexts().firstResponse;
  const { state, at, dueAt } = firstResponse;
  switch (state) {
    case 'met':
    case 'late':
      return (
        <span className={state === 'late' ? classes.late : classes.met}>
          <Icon name={state === 'late' ? 'alert' : 'check'} /> {t[state]}
          {at && (
            <span className={classes.when}>
              <Moment at={at} />
            </span>
          )}
        </span>
      );
    case 'missed':
      return (
        <span className={classes.late}>
          <Icon name="alert" /> {t.missed}
          {dueAt && (
            <span className={classes.when}>
              <Moment at={dueAt} />
            </span>
          )}
        </span>
      );
    default:
      if (!isOpen) return <span>{t.notGiven}</span>;
      return dueAt ? <span>{t.before({ date: <Moment at={dueAt} /> })}</span> : '—';
  }
}
