import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, dataOf } from '../../api/client';
import { useSettings } from '../../app/useSettings';
import { Button, LinkButton } from '../../design/button/Button';
import { Moment } from '../../design/dates/Moment';
import { MoreButton } from '../../design/list/MoreButton';
import { Rows } from '../../design/list/Rows';
import { Page } from '../../design/page/Page';
import { useDebounced } from '../../design/search/useDebounced';
import { Loaded } from '../../design/states/Loaded';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { languages, useLanguage } from '../../i18n/language';
import { routes } from '../routes';
import { InternalBadge, StateBadge, WarningBadge } from './Badges';
import { emptyFilter, Filters, type ListFilter, queryOf } from './Filters';
import classes from './List.module.css';
import {
  type ArticleDraftCard,
  articleDraftsKey,
  type Category,
  categoriesQuery,
  useTitleOf,
} from './queries';
import { useTexts } from './texts';

/** The pause in typing after which the search is sent, in milliseconds. */
const typingPause = 300;

export function ListPage() {
  const t = useTexts();
  const { deskName } = useSettings();
  const categories = useQuery(categoriesQuery(useLanguage()));
  const [filter, setFilter] = useState<ListFilter>(emptyFilter);
  return (
    <Page
      title={t.title}
      deskName={deskName}
      lead={t.lead}
      actions={
        <LinkButton icon="plus" href={routes.knowledge('nuevo')}>
          {t.write}
        </LinkButton>
      }
    >
      <Loaded queries={[categories]} layout="page" placeholder={<Skeleton size="row" count={7} />}>
        {(all) => (
          <>
            <Filters filter={filter} onFilter={setFilter} categories={all} />
            <Articles filter={filter} categories={all} onClear={() => setFilter(emptyFilter)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface ArticlesProps {
  filter: ListFilter;
  categories: readonly Category[];
  onClear: () => void;
}

function Articles({ filter, categories, onClear }: ArticlesProps) {
  const t = useTexts().list;
  const q = useDebounced(filter.q, typingPause);
  const debouncedFilter = filter.q === q ? filter : { ...filter, q };
  const drafts = useInfiniteQuery({
    queryKey: [...articleDraftsKey, debouncedFilter],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/article-drafts', {
          params: { query: { ...queryOf(debouncedFilter), cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (drafts.isPending) return <Skeleton size="row" count={6} />;
  if (!drafts.data) return <ErrorState error={drafts.error} onRetry={() => void drafts.refetch()} />;
  const items = drafts.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return debouncedFilter === emptyFilter ? (
      <EmptyState icon="book" title={t.empty}>
        {t.emptyText}
      </EmptyState>
    ) : (
      <EmptyState
        icon="search"
        title={t.nothing}
        actions={
          <Button kind="secondary" onClick={onClear}>
            {t.clear}
          </Button>
        }
      >
        {t.nothingText}
      </EmptyState>
    );
  }
  return (
    <>
      <Rows aria-label={t.label}>
        {items.map((draft) => (
          <Row key={draft.id} draft={draft} category={categories.find(({ id }) => id === draft.categoryId)} />
        ))}
      </Rows>
      {drafts.isFetchNextPageError && (
        <ErrorState error={drafts.error} onRetry={() => void drafts.fetchNextPage()} />
      )}
      {drafts.hasNextPage && <MoreButton query={drafts} />}
    </>
  );
}

function Row({ draft, category }: { draft: ArticleDraftCard; category: Category | undefined }) {
  const t = useTexts();
  const titleOf = useTitleOf();
  const missing = languages.filter((language) => !draft.languages.includes(language));
  return (
    <li className={classes.row}>
      <h2 className={classes.title}>
        <Link href={routes.knowledge(draft.id)}>{titleOf(draft.titles, t.untitled)}</Link>
      </h2>
      <div className={classes.badges}>
        <StateBadge state={draft.state} />
        {draft.audience === 'internal' && <InternalBadge />}
        {missing.map((language) => (
          <WarningBadge key={language}>{t.list.untranslated[language]}</WarningBadge>
        ))}
      </div>
      <p className={classes.facts}>
        <span>{category?.name ?? t.unknownCategory}</span>
        <span>{t.list.edited({ name: draft.editedBy.name, date: <Moment at={draft.editedAt} /> })}</span>
      </p>
    </li>
  );
}
