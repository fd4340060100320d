import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '../../design/button/Button';
import { Dialog } from '../../design/dialog/Dialog';
import { RichText } from '../../design/richtext/RichText';
import { ErrorState, Skeleton } from '../../design/states/States';
import { useLanguage } from '../../i18n/language';
import { articleQuery } from '../faq/queries';
import { recordUse } from '../faq/recordUse';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Suggestions.module.css';

interface SuggestedArticleProps {
  id: string;
  title: string;
  /** Called when the article answered the question, so that no ticket is needed. */
  onSolved: () => void;
  onClose: () => void;
}

/** Shows an article in a dialog over the form. The person then continues with the form, or needs no ticket (L6). */
export function SuggestedArticle({ id, title, onSolved, onClose }: SuggestedArticleProps) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(articleQuery(useLanguage(), id));
  useEffect(() => void recordUse(id, 'seen'), [id]);
  return (
    <Dialog title={data?.title ?? title} look="wide" onClose={onClose}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton count={6} />}
      {data && (
        <article lang={data.language}>
          <RichText html={data.body} />
        </article>
      )}
      <div className={classes.outcome}>
        <h3 className={classes.question}>{t.faq.helpful}</h3>
        <div className={classes.outcomes}>
          <Button
            icon="check"
            onClick={() => {
              void recordUse(id, 'avoided');
              onSolved();
            }}
          >
            {t.newTicket.solved}
          </Button>
          <Button
            kind="secondary"
            onClick={() => {
              void recordUse(id, 'useless');
              onClose();
            }}
          >
            {t.newTicket.proceed}
          </Button>
          <a href={routes.article(id)} target="_blank" rel="noopener">
            {t.newTicket.openInNewTab}
          </a>
        </div>
      </div>
    </Dialog>
  );
}
