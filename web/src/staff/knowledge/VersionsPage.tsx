import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { api, dataOf, type Schemas } from '../../api/client';
import { useSettings } from '../../app/useSettings';
import { announce } from '../../design/announce/announce';
import { Button, LinkButton } from '../../design/button/Button';
import { Moment } from '../../design/dates/Moment';
import { Dialog } from '../../design/dialog/Dialog';
import { MoreButton } from '../../design/list/MoreButton';
import { Rows } from '../../design/list/Rows';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Page } from '../../design/page/Page';
import { Loaded } from '../../design/states/Loaded';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { routes } from '../routes';
import classes from './Article.module.css';
import { InternalBadge } from './Badges';
import listClasses from './List.module.css';
import { Preview } from './Preview';
import {
  type ArticleDraft,
  articleDraftQuery,
  useInvalidateLists,
  useTitleOf,
  versionQuery,
} from './queries';
import { useTexts } from './texts';

const Comparison = lazy(() => import('./Comparison'));

type Version = Schemas['ArticleVersionCard'];
type OpenVersion = { number: number; mode: 'read' | 'compare' };

/**
 * Lists an article's published versions, newest first. Each can be read, compared with the article draft, and restored.
 */
export function VersionsPage({ id }: { id: string }) {
  const texts = useTexts();
  const t = texts.versions;
  const { deskName } = useSettings();
  const titleOf = useTitleOf();
  const draft = useQuery(articleDraftQuery(id));
  const [openVersion, setOpenVersion] = useState<OpenVersion>();
  const versions = useInfiniteQuery({
    queryKey: ['article-versions', id],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/articles/{id}/versions', {
          params: { path: { id }, query: { before: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });
  return (
    <div className={classes.article}>
      <LinkButton kind="quiet" small icon="chevronLeft" href={routes.knowledge(id)}>
        {t.back}
      </LinkButton>
      <Page
        title={draft.data ? `${t.title}: ${titleOf(draft.data.titles, texts.untitled)}` : t.title}
        deskName={deskName}
        lead={t.lead}
      >
        <Loaded queries={[draft, versions]} layout="page" placeholder={<Skeleton size="row" count={3} />}>
          {(article, { pages }) =>
            pages[0]?.items.length === 0 ? (
              <EmptyState icon="book" title={t.empty} />
            ) : (
              <Rows aria-label={t.title}>
                {pages
                  .flatMap(({ items }) => items)
                  .map((version) => (
                    <Row key={version.number} version={version} draft={article} onShow={setOpenVersion} />
                  ))}
              </Rows>
            )
          }
        </Loaded>
        {versions.isFetchNextPageError && (
          <ErrorState error={versions.error} onRetry={() => void versions.fetchNextPage()} />
        )}
        {versions.hasNextPage && !versions.isFetchNextPageError && <MoreButton query={versions} />}
      </Page>
      {openVersion && draft.data && (
        <VersionDialog
          id={id}
          openVersion={openVersion}
          draft={draft.data}
          onClose={() => setOpenVersion(undefined)}
        />
      )}
    </div>
  );
}

interface RowProps {
  version: Version;
  draft: ArticleDraft;
  onShow: (openVersion: OpenVersion) => void;
}

function Row({ version, draft, onShow }: RowProps) {
  const texts = useTexts();
  const t = texts.versions;
  const titleOf = useTitleOf();
  const restore = useRestore(draft);
  const { number } = version;
  return (
    <li className={listClasses.row}>
      <h2 className={listClasses.title}>
        {t.version({ number })}: {titleOf(version.titles, texts.untitled)}
      </h2>
      <div className={listClasses.badges}>
        {version.audience === 'internal' && <InternalBadge />}
        {draft.published?.number === number && <span className={classes.saving}>{t.live}</span>}
      </div>
      <p className={listClasses.facts}>
        <span>{t.by({ name: version.by.name, date: <Moment at={version.at} /> })}</span>
      </p>
      <div className={classes.more}>
        <Button small kind="secondary" onClick={() => onShow({ number, mode: 'read' })}>
          {t.read}
        </Button>
        <Button small kind="secondary" onClick={() => onShow({ number, mode: 'compare' })}>
          {t.compare}
        </Button>
        <Button small kind="secondary" busy={restore.isPending} onClick={() => restore.mutate(number)}>
          {t.restore}
        </Button>
      </div>
      {restore.error && <ProblemNotice error={restore.error} />}
    </li>
  );
}

/**
 * Returns the mutation that copies a version into the article draft. The server refuses it if the draft has changed
 * since it was loaded.
 */
function useRestore(draft: ArticleDraft) {
  const t = useTexts().versions;
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const invalidateLists = useInvalidateLists();
  const { id } = draft;
  return useMutation({
    mutationFn: async (number: number) => {
      const { categoryId, audience, texts } = await dataOf(
        api.GET('/articles/{id}/versions/{number}', { params: { path: { id, number } } }),
      );
      const body = { categoryId, audience, texts, version: draft.version };
      return await dataOf(api.PUT('/articles/{id}', { params: { path: { id } }, body }));
    },
    onSuccess: (saved, number) => {
      client.setQueryData(articleDraftQuery(id).queryKey, saved);
      announce(t.restored({ number }));
      invalidateLists();
      navigate(routes.knowledge(id));
    },
  });
}

interface VersionDialogProps {
  id: string;
  openVersion: OpenVersion;
  draft: ArticleDraft;
  onClose: () => void;
}

function VersionDialog({ id, openVersion, draft, onClose }: VersionDialogProps) {
  const t = useTexts().versions;
  const version = useQuery(versionQuery(id, openVersion.number));
  const title = t.version({ number: openVersion.number });
  if (version.data && openVersion.mode === 'read') {
    return <Preview draft={version.data} title={title} onClose={onClose} />;
  }
  return (
    <Dialog title={title} look="wide" onClose={onClose}>
      <Loaded queries={[version]} layout="page" placeholder={<Skeleton count={6} />}>
        {({ texts }) => (
          <Suspense fallback={<Skeleton count={6} />}>
            <Comparison before={texts} after={draft.texts} />
          </Suspense>
        )}
      </Loaded>
    </Dialog>
  );
}
