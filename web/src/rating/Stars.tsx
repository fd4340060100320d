import { Icon } from '../design/icon/Icon';
import classes from './Rating.module.css';
import { useRatingTexts } from './texts';

const scores = [1, 2, 3, 4, 5] as const;

/**
 * Shows a rating as five stars and in words, such as «4 de 5». If brief is set, it shows one star and the
 * score; the words are then in the title and for screen readers.
 */
export function Stars({ score, brief = false }: { score: number; brief?: boolean }) {
  const t = useRatingTexts();
  if (brief) {
    return (
      <span className={classes.brief} title={t.rated({ score })}>
        <span className={classes.full}>
          <Icon name="star" />
        </span>
        <span aria-hidden="true">{score}</span>
        <span className="visually-hidden">{t.rated({ score })}</span>
      </span>
    );
  }
  return (
    <span className={classes.stars}>
      <span aria-hidden="true" className={classes.row}>
        {scores.map((star) => (
          <span key={star} className={star <= score ? classes.full : classes.empty}>
            <Icon name="star" />
          </span>
        ))}
      </span>
      <span>{t.of({ score })}</span>
    </span>
  );
}
