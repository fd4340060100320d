import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { announce } from '../../design/announce/announce';
import { Icon } from '../../design/icon/Icon';
import { useDebounced } from '../../design/search/useDebounced';
import { useLanguage } from '../../i18n/language';
import { articlesQuery } from '../faq/queries';
import { useTexts } from '../texts';
import { SuggestedArticle } from './SuggestedArticle';
import classes from './Suggestions.module.css';

/** The pause in typing after which articles are requested, in milliseconds. */
const typingPause = 400;
const minLength = 4;
const maxSuggestions = 3;

interface SuggestionsProps {
  subject: string;
  /** Called when an article was opened over the form. */
  onRead: (id: string) => void;
  /** Called when an article answered the question, so that no ticket is needed. */
  onSolved: () => void;
}

/**
 * Suggests articles that match the subject (B8). The box has a fixed height, so that nothing moves while the person
 * types.
 */
export function Suggestions({ subject, onRead, onSolved }: SuggestionsProps) {
  const t = useTexts().newTicket;
  const language = useLanguage();
  const words = useDebounced(subject.trim(), typingPause);
  const enabled = words.length >= minLength;
  const { data } = useQuery({
    ...articlesQuery(language, { q: words, limit: maxSuggestions }),
    enabled,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const articles = enabled ? data : undefined;
  const count = articles?.length ?? 0;
  const [openArticle, setOpenArticle] = useState<{ id: string; title: string }>();

  useEffect(() => {
    if (count > 0) announce(t.suggestionsFound({ count }));
  }, [count, t]);

  return (
    <aside className={classes.box} aria-label={t.suggestions}>
      <p className={classes.title}>
        <Icon name="book" />
        {t.suggestions}
      </p>
      {count > 0 ? (
        <ul className={classes.list}>
          {articles?.slice(0, maxSuggestions).map(({ id, title, summary }) => (
            <li key={id}>
              <button
                type="button"
                title={summary}
                className={classes.link}
                onClick={() => {
                  onRead(id);
                  setOpenArticle({ id, title });
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.text}>{articles ? t.suggestionsNone : t.suggestionsWait}</p>
      )}
      {openArticle && (
        <SuggestedArticle {...openArticle} onSolved={onSolved} onClose={() => setOpenArticle(undefined)} />
      )}
    </aside>
  );
}
