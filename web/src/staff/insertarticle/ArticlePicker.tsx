import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { api, dataOf } from '../../api/client';
import { TextField } from '../../design/control/TextField';
import { Dialog } from '../../design/dialog/Dialog';
import { useDebounced } from '../../design/search/useDebounced';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { useLanguage } from '../../i18n/language';
import type { ArticleCard } from './articleHtml';
import classes from './InsertArticle.module.css';
import { useTexts } from './texts';

/** The pause in typing after which the search is sent, in milliseconds. */
const typingPause = 250;
const maxResults = 8;

interface ArticlePickerProps {
  forStaff: boolean;
  onChoose: (article: ArticleCard) => void;
  onClose: () => void;
}

/** A dialog to search published articles (J6). For a response to the requester, internal articles are not offered. */
export default function ArticlePicker({ forStaff, onChoose, onClose }: ArticlePickerProps) {
  const t = useTexts();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim(), typingPause);
  const { data, error, refetch } = useQuery({
    queryKey: ['articles-to-insert', language, words],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/articles', {
          params: { query: { language, limit: maxResults, ...(words && { q: words }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const canInsert = (article: ArticleCard) => forStaff || article.audience === 'public';

  function submit(event: KeyboardEvent) {
    event.preventDefault();
    event.stopPropagation();
    const first = data?.find(canInsert);
    if (first) onChoose(first);
  }

  return (
    <Dialog title={t.title} look="wide" onClose={onClose}>
      {/* This is not a form element, because the dialog is inside the composer's form, and forms cannot be nested. */}
      <search
        className={classes.picker}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) submit(event);
        }}
      >
        <TextField
          label={t.search}
          hint={t.hint}
          placeholder={t.placeholder}
          value={typed}
          onValue={setTyped}
          autoComplete="off"
          data-autofocus=""
        />
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton size="row" count={4} />}
        {data?.length === 0 && <EmptyState icon="search" title={t.nothing} />}
        {data && data.length > 0 && (
          <ul className={classes.results} aria-label={t.results}>
            {data.map((article) => (
              <li key={article.id}>
                <button
                  type="button"
                  className={classes.result}
                  disabled={!canInsert(article)}
                  onClick={() => onChoose(article)}
                >
                  <span className={classes.name}>{article.title}</span>
                  <span className={classes.summary}>{canInsert(article) ? article.summary : t.internal}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </search>
    </Dialog>
  );
}
