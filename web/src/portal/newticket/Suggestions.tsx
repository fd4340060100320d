import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { announce } from '../../design/announce/announce';
import { Icon } from '../../design/icon/Icon';
import { useLanguage } from '../../i18n/language';
import { articlesQuery } from '../faq/queries';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Suggestions.module.css';

const pause = 400;
const shortest = 4;
const shown = 3;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** B8: articles that may answer before the ticket is opened. Its height never changes, so nothing jumps while typing. */
export function Suggestions({ subject }: { subject: string }) {
  const t = useTexts().newTicket;
  const language = useLanguage();
  const words = useSettled(subject.trim());
  const enabled = words.length >= shortest;
  const { data } = useQuery({
    ...articlesQuery(language, { q: words, limit: shown }),
    enabled,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const articles = enabled ? data : undefined;
  const count = articles?.length ?? 0;

  useEffect(() => {
    if (count > 0) announce(t.suggestionsFound(count));
  }, [count, t]);

  return (
    <aside className={classes.box} aria-label={t.suggestions}>
      <p className={classes.title}>
        <Icon name="book" />
        {t.suggestions}
      </p>
      {count > 0 ? (
        <ul className={classes.list}>
          {articles?.slice(0, shown).map(({ id, title, summary }) => (
            <li key={id}>
              <a
                href={routes.article(id)}
                target="_blank"
                rel="noopener"
                title={summary}
                className={classes.link}
              >
                {title}
                <span className="visually-hidden"> {t.newTab}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.text}>{articles ? t.suggestionsNone : t.suggestionsWait}</p>
      )}
    </aside>
  );
}
