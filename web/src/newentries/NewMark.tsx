import { useDesignTexts } from '../design/texts';
import classes from './NewEntriesBar.module.css';

/** Marks an entry that was added while the ticket was open. */
export function NewMark() {
  return <span className={classes.mark}>{useDesignTexts().newEntries.mark}</span>;
}
