import classes from './Keys.module.css';
import { keyLabelsOf, strokesOf } from './keys';
import { useTexts } from './texts';

/** Shows the keys of a shortcut. */
export function Keys({ keys }: { keys: string }) {
  const t = useTexts();
  return (
    <span className={classes.keys}>
      {strokesOf(keys).map((stroke, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the strokes of a shortcut are never reordered
        <span key={i} className={classes.stroke}>
          {i > 0 && <span className={classes.then}>{t.andThen}</span>}
          {keyLabelsOf(stroke).map((cap) => (
            <kbd key={cap} className={classes.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
