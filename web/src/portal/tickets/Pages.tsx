import { useLocation } from 'wouter';
import { Button, LinkButton } from '../../design/button/Button';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Pages.module.css';

interface PagesProps {
  page: number;
  next: string | null;
  onGo: (cursor: string, page: number) => void;
}

/**
 * Buttons for the next and the previous page (C1). A cursor leads to the next page. The previous page is in the
 * browser's history.
 */
export function Pages({ page, next, onGo }: PagesProps) {
  const t = useTexts().tickets;
  const [location] = useLocation();
  if (page === 1 && !next) return null;
  // If the page was opened by a link, the history contains no earlier page of the list.
  const cameFromList = Boolean((history.state as { inList?: boolean } | null)?.inList);
  return (
    <nav className={classes.pages} aria-label={t.pages} key={location}>
      {page > 1 &&
        (cameFromList ? (
          <Button kind="secondary" icon="chevronLeft" onClick={() => history.back()}>
            {t.previous}
          </Button>
        ) : (
          <LinkButton kind="secondary" icon="chevronLeft" href={routes.tickets}>
            {t.first}
          </LinkButton>
        ))}
      <span className={classes.page}>{t.page({ page })}</span>
      {next && (
        <Button kind="secondary" onClick={() => onGo(next, page + 1)}>
          {t.next}
        </Button>
      )}
    </nav>
  );
}
