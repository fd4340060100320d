import { useDesignTexts } from '../design/texts';
import classes from './NewsBar.module.css';

/** On an entry that came while the ticket was open. */
export function NewMark() {
  return <span className={classes.mark}>{useDesignTexts().news.fresh}</span>;
}
