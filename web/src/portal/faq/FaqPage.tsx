import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { LinkButton } from '../../design/button/Button';
import { LinkCard } from '../../design/page/LinkCard';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { useLanguage } from '../../i18n/language';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { ArticleList } from './ArticleList';
import classes from './Faq.module.css';
import { FaqSearch } from './FaqSearch';
import { articlesQuery, categoriesQuery } from './queries';

/** The page «Base de conocimientos»: the categories, or the articles that match a search. */
export function FaqPage() {
  const t = useTexts();
  const [params] = useSearchParams();
  const query = params.get('q')?.trim() ?? '';
  return (
    <PortalPage title={t.header.faq} lead={t.faq.lead}>
      <FaqSearch query={query} />
      {query ? <Results query={query} /> : <Categories />}
    </PortalPage>
  );
}

function NewTicketLink() {
  const t = useTexts().header;
  return <LinkButton href={routes.newTicket}>{t.newTicket}</LinkButton>;
}

function Categories() {
  const t = useTexts().faq;
  const { data, error, refetch } = useQuery(categoriesQuery(useLanguage()));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton size="block" count={3} />;
  if (data.length === 0) {
    return (
      <EmptyState icon="book" title={t.noCategories} actions={<NewTicketLink />}>
        {t.noCategoriesText}
      </EmptyState>
    );
  }
  return (
    <section className={classes.section}>
      <h2>{t.categories}</h2>
      <ul className={classes.categories}>
        {data.map(({ id, name, description, articles }) => (
          <li key={id}>
            <LinkCard
              href={routes.category(id)}
              title={name}
              text={description}
              foot={t.articles({ count: articles })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Results({ query }: { query: string }) {
  const t = useTexts().faq;
  const { data, error, refetch } = useQuery(articlesQuery(useLanguage(), { q: query }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton size="row" count={4} />;
  if (data.length === 0) {
    return (
      <EmptyState icon="search" title={t.noResults({ query })} actions={<NewTicketLink />}>
        {t.noResultsText}
      </EmptyState>
    );
  }
  return (
    <section className={classes.section}>
      <h2>{t.results({ query })}</h2>
      <ArticleList articles={data} />
      <p>
        <Link href={routes.faq}>{t.allCategories}</Link>
      </p>
    </section>
  );
}
