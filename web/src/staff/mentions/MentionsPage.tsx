import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { Moment } from '../../design/dates/Moment';
import { MoreButton } from '../../design/list/MoreButton';
import { Rows } from '../../design/list/Rows';
import { Page } from '../../design/page/Page';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { routes } from '../routes';
import classes from './MentionsPage.module.css';
import { type Mention, mentionsQuery } from './queries';
import { useTexts } from './texts';

export default function MentionsPage() {
  const t = useTexts();
  const { deskName } = useSettings();
  return (
    <Page title={t.title} deskName={deskName} lead={t.lead}>
      <Mentions />
    </Page>
  );
}

function Mentions() {
  const t = useTexts();
  const mentions = useInfiniteQuery({ ...mentionsQuery, refetchInterval: 60_000 });
  if (mentions.isPending) return <Skeleton size="row" count={4} />;
  if (!mentions.data) return <ErrorState error={mentions.error} onRetry={() => void mentions.refetch()} />;
  const items = mentions.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState icon="user" title={t.empty}>
        {t.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      <Rows aria-label={t.label}>
        {items.map((mention) => (
          <Row key={mention.number} mention={mention} />
        ))}
      </Rows>
      {mentions.isFetchNextPageError && (
        <ErrorState error={mentions.error} onRetry={() => void mentions.fetchNextPage()} />
      )}
      {mentions.hasNextPage && <MoreButton query={mentions} />}
    </>
  );
}

function Row({ mention }: { mention: Mention }) {
  const t = useTexts();
  const { number, subject, author, excerpt, at, unread } = mention;
  return (
    <li className={classes.mention} data-unread={unread || undefined}>
      <div className={classes.head}>
        <h2 className={classes.subject}>
          <Link href={routes.ticket(number)}>
            {number} · {subject}
          </Link>
        </h2>
        {unread && <span className={classes.unread}>{t.unread}</span>}
      </div>
      {excerpt && <p className={classes.excerpt}>{excerpt}</p>}
      <p className={classes.facts}>
        <span>{t.by({ name: author })}</span>
        <Moment at={at} />
      </p>
    </li>
  );
}
