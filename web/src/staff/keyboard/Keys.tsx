import classes from './Keys.module.css';
import { capsOf, strokesOf } from './keys';
import { useTexts } from './texts';

/** The keys of a shortcut, as they are printed on a keyboard. */
export function Keys({ keys }: { keys: string }) {
  const t = useTexts();
  return (
    <span className={classes.keys}>
      {strokesOf(keys).map((stroke, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the strokes of a shortcut never change places
        <span key={i} className={classes.stroke}>
          {i > 0 && <span className={classes.then}>{t.andThen}</span>}
          {capsOf(stroke).map((cap) => (
            <kbd key={cap} className={classes.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
