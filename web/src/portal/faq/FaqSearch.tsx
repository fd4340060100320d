import { useLocation } from 'wouter';
import { Button } from '../../design/button/Button';
import { SearchForm } from '../../design/search/SearchForm';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Faq.module.css';

/** Searches articles (L5). */
export function FaqSearch({ query }: { query: string }) {
  const t = useTexts().faq;
  const [, navigate] = useLocation();
  return (
    <SearchForm
      label={t.search}
      placeholder={t.searchPlaceholder}
      words={query}
      onSearch={(words) => navigate(words ? `${routes.faq}?q=${encodeURIComponent(words)}` : routes.faq)}
      className={classes.search}
    >
      <Button type="submit">{t.searchButton}</Button>
    </SearchForm>
  );
}
