import { useDesignTexts } from '../texts';
import classes from './SkipLink.module.css';

export const mainId = 'contenido';

/** Moves focus itself, because staff pages use the address's hash for their routes. */
export function SkipLink() {
  const t = useDesignTexts();
  return (
    <a
      className={classes.skip}
      href={`#${mainId}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(mainId)?.focus();
      }}
    >
      {t.page.skip}
    </a>
  );
}
