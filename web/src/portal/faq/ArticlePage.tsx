import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asProblem } from '../../api/problem';
import { LinkButton } from '../../design/button/Button';
import { Moment } from '../../design/dates/Moment';
import { Notice } from '../../design/notice/Notice';
import { RichText } from '../../design/richtext/RichText';
import { ErrorState, Skeleton } from '../../design/states/States';
import { useLanguage } from '../../i18n/language';
import { PortalPage } from '../layout/PortalPage';
import { NotFoundPage } from '../notfound/NotFoundPage';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { Breadcrumbs } from './Breadcrumbs';
import classes from './Faq.module.css';
import { Helpful } from './Helpful';
import { articleQuery } from './queries';
import { recordUse } from './recordUse';

export default function ArticlePage({ id }: { id: string }) {
  const t = useTexts();
  const { data: article, error, refetch } = useQuery(articleQuery(useLanguage(), id));

  const loaded = article !== undefined;
  useEffect(() => {
    if (loaded) void recordUse(id, 'seen');
  }, [loaded, id]);

  if (error && asProblem(error).status === 404) return <NotFoundPage title={t.faq.notFound} />;
  return (
    <div className={classes.withCrumbs}>
      <Breadcrumbs category={article?.category} />
      {error && !article && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !article && <Skeleton size="block" count={2} />}
      {article && (
        <PortalPage title={article.title} width="reading">
          {article.audience === 'internal' && <Notice>{t.faq.internal}</Notice>}
          <article lang={article.language} className={classes.body}>
            <RichText html={article.body} />
          </article>
          <p className={classes.soft}>
            {t.faq.updated({ date: <Moment at={article.updatedAt} dateOnly /> })}
          </p>
          <Helpful id={id} />
          <aside className={classes.still}>
            <div>
              <p className={classes.stillTitle}>{t.faq.stillTitle}</p>
              <p className={classes.soft}>{t.faq.stillText}</p>
            </div>
            <LinkButton kind="secondary" href={routes.newTicket}>
              {t.header.newTicket}
            </LinkButton>
          </aside>
        </PortalPage>
      )}
    </div>
  );
}
