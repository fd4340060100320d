import { useDesignTexts } from '../texts';
import classes from './SkipLink.module.css';

export const mainId = 'contenido';

/** Moves the focus by script, as the staff page uses the address's hash for its routes. */
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
