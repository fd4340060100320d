import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../design/button/Button';
import { SearchBox } from '../../design/search/SearchBox';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Faq.module.css';

/** Searches articles (L5). The search words are part of the URL, so that results can be shared and bookmarked. */
export function FaqSearch({ query }: { query: string }) {
  const t = useTexts().faq;
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState(query);

  useEffect(() => setTyped(query), [query]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const words = typed.trim();
    navigate(words ? `${routes.faq}?q=${encodeURIComponent(words)}` : routes.faq);
  }

  return (
    <search>
      <form className={classes.search} onSubmit={submit}>
        <SearchBox label={t.search} placeholder={t.searchPlaceholder} value={typed} onValue={setTyped} />
        <Button type="submit">{t.searchButton}</Button>
      </form>
    </search>
  );
}
