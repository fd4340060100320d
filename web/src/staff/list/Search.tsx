import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../design/button/Button';
import { SearchBox } from '../../design/search/SearchBox';
import { firstQueue, type ListSource, routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Search.module.css';

/**
 * Searches tickets by number in any format or by words (C2). It needs a `key` with the words, so that the box is
 * updated when the URL changes.
 */
export function Search({ source }: { source: ListSource }) {
  const t = useTexts().search;
  const [, navigate] = useLocation();
  const [words, setWords] = useState('words' in source ? source.words : '');

  function submit(event: FormEvent) {
    event.preventDefault();
    const query = words.trim();
    if (query) navigate(routes.list({ words: query }));
    else if ('words' in source) navigate(routes.list({ queue: firstQueue }));
  }

  return (
    <search>
      <form className={classes.form} onSubmit={submit}>
        <SearchBox label={t.label} placeholder={t.placeholder} value={words} onValue={setWords} />
        <Button type="submit" kind="secondary">
          {t.go}
        </Button>
      </form>
    </search>
  );
}
