import { useQuery } from '@tanstack/react-query';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { useLanguage } from '../../i18n/language';
import { PortalPage } from '../layout/PortalPage';
import { NotFoundPage } from '../notfound/NotFoundPage';
import { useTexts } from '../texts';
import { ArticleList } from './ArticleList';
import { Breadcrumbs } from './Breadcrumbs';
import classes from './Faq.module.css';
import { articlesQuery, categoriesQuery } from './queries';

export default function CategoryPage({ id }: { id: string }) {
  const t = useTexts().faq;
  const language = useLanguage();
  const categories = useQuery(categoriesQuery(language));
  const articles = useQuery(articlesQuery(language, { category: id }));
  const category = categories.data?.find((candidate) => candidate.id === id);
  const error = categories.error ?? articles.error;

  if (categories.data && !category) return <NotFoundPage />;
  return (
    <div className={classes.withCrumbs}>
      <Breadcrumbs />
      {category ? (
        <PortalPage title={category.name} lead={category.description} width="reading">
          {error && <ErrorState error={error} onRetry={() => void articles.refetch()} />}
          {articles.isPending && <Skeleton size="row" count={4} />}
          {articles.data?.length === 0 && <EmptyState icon="book" title={t.emptyCategory} />}
          {articles.data && articles.data.length > 0 && <ArticleList articles={articles.data} />}
        </PortalPage>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void categories.refetch()} />
      ) : (
        <Skeleton size="row" count={4} />
      )}
    </div>
  );
}
