import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, dataOf, type Schemas } from '../../../api/client';
import { MoreButton } from '../../../design/list/MoreButton';
import { EmptyState, ErrorState, Skeleton } from '../../../design/states/States';
import { useTitleOf } from '../../knowledge/queries';
import { routes } from '../../routes';
import classes from './ArticleFigures.module.css';
import { useTexts } from './texts';

const numbers = ['seen', 'useful', 'useless', 'avoided', 'opened'] as const;

/** Shows how often each article is read and how helpful it is, most useful articles first (L7). */
export default function ArticleFigures() {
  const t = useTexts();
  const figures = useInfiniteQuery({
    queryKey: ['article-figures'],
    queryFn: ({ pageParam, signal }) =>
      dataOf(api.GET('/article-figures', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (figures.isPending) return <Skeleton size="row" count={6} />;
  if (!figures.data) return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />;
  const items = figures.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState icon="book" title={t.empty} />;
  return (
    <>
      <p className={classes.explained}>{t.explanation}</p>
      <table className={classes.table} aria-label={t.table}>
        <thead>
          <tr>
            <th scope="col">{t.columns.article}</th>
            <th scope="col">{t.columns.usefulness}</th>
            {numbers.map((name) => (
              <th key={name} scope="col">
                {t.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((article) => (
            <Row key={article.id} figures={article} />
          ))}
        </tbody>
      </table>
      {figures.hasNextPage && (
        <div>
          <MoreButton query={figures} />
        </div>
      )}
    </>
  );
}

function Row({ figures }: { figures: Schemas['ArticleFigures'] }) {
  const t = useTexts();
  const titleOf = useTitleOf();
  const answered = figures.useful + figures.useless > 0;
  return (
    <tr>
      <th scope="row">
        <Link href={routes.knowledge(figures.id)}>{titleOf(figures.titles, t.untitled)}</Link>
      </th>
      <td data-label={t.columns.usefulness}>
        {answered ? `${Math.round(figures.usefulness * 100)} %` : t.unanswered}
      </td>
      {numbers.map((name) => (
        <td key={name} data-label={t.columns[name]}>
          {figures[name]}
        </td>
      ))}
    </tr>
  );
}
