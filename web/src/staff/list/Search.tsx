import { useLocation } from 'wouter';
import { Button } from '../../design/button/Button';
import { SearchForm } from '../../design/search/SearchForm';
import { firstQueue, type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Search.module.css';

/** Searches tickets by number in any format or by words (C2). */
export function Search({ source }: { source: ListSource }) {
  const t = useTexts().search;
  const [, navigate] = useLocation();

  function search(words: string) {
    if (words) navigate(routes.list({ words }));
    else if ('words' in source) navigate(routes.list({ queue: firstQueue }));
  }

  return (
    <SearchForm
      label={t.label}
      placeholder={t.placeholder}
      words={'words' in source ? source.words : ''}
      onSearch={search}
      className={classes.form}
    >
      <Button type="submit" kind="secondary">
        {t.go}
      </Button>
    </SearchForm>
  );
}
