import classes from './Tags.module.css';
import { useTexts } from './texts';

/** Shows a ticket's tags in a list. Without tags it renders nothing. */
export function TagChips({ tags }: { tags: readonly string[] | undefined }) {
  const t = useTexts();
  if (!tags || tags.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t.title}>
      {tags.map((tag) => (
        <li key={tag} className={classes.chip}>
          {tag}
        </li>
      ))}
    </ul>
  );
}
