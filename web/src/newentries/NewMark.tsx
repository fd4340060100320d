import { useDesignTexts } from '../design/texts';
import classes from './NewEntriesBar.module.css';

/** Marks an entry that another person added since the page of the ticket was opened. */
export function NewMark() {
  return <span className={classes.mark}>{useDesignTexts().newEntries.mark}</span>;
}
