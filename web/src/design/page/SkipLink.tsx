import { useDesignTexts } from '../texts';
import classes from './SkipLink.module.css';

export const mainId = 'contenido';

/**
 * A link to the page's content. It moves the focus by script, because the staff page uses the hash of the address for
 * its routes.
 */
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
