import { useQuery } from '@tanstack/react-query';
import { asProblem } from '../../api/problem';
import { useSettings } from '../../app/useSettings';
import { LinkButton } from '../../design/button/Button';
import { Page } from '../../design/page/Page';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { routes } from '../routes';
import { ArticleEditor } from './ArticleEditor';
import { articleDraftQuery } from './queries';
import { useTexts } from './texts';

export function ArticlePage({ id }: { id: string }) {
  const t = useTexts();
  const { deskName } = useSettings();
  const { data, error, refetch } = useQuery(articleDraftQuery(id));
  if (data) return <ArticleEditor saved={data} />;
  if (!error) return <Skeleton size="block" count={3} />;
  if (asProblem(error).status !== 404) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t.title} deskName={deskName}>
      <EmptyState
        icon="book"
        title={t.editor.missing}
        actions={<LinkButton href={routes.knowledge()}>{t.editor.back}</LinkButton>}
      >
        {t.editor.missingText}
      </EmptyState>
    </Page>
  );
}
