import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { LinkButton } from '../../design/button/Button';
import { Icon } from '../../design/icon/Icon';
import { Page } from '../../design/page/Page';
import { SearchBox } from '../../design/search/SearchBox';
import { EmptyState, ErrorState, Skeleton } from '../../design/states/States';
import { routes } from '../routes';
import { CannedForm } from './CannedForm';
import { CannedList } from './CannedList';
import classes from './CannedPage.module.css';
import { cannedQuery } from './queries';
import { matching } from './relevance';
import { useTexts } from './texts';

/** The last part of the URL for a new response. */
const newItem = 'nueva';

/** Lists and edits the shared canned responses and the person's own (J5). */
export default function CannedPage({ item }: { item: string | undefined }) {
  const t = useTexts();
  const { deskName } = useSettings();
  const query = useQuery(cannedQuery);
  const canned = query.data?.find(({ id }) => id === item);

  if (item === undefined) {
    return (
      <Page
        title={t.title}
        deskName={deskName}
        lead={t.lead}
        actions={
          <LinkButton icon="plus" href={routes.canned(newItem)}>
            {t.create}
          </LinkButton>
        }
      >
        <AllResponses />
      </Page>
    );
  }
  return (
    <Page title={item === newItem ? t.form.newTitle : t.form.editTitle} deskName={deskName}>
      <p>
        <Link href={routes.canned()} className={classes.back}>
          <Icon name="chevronLeft" />
          {t.back}
        </Link>
      </p>
      {query.isPending && <Skeleton size="block" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data &&
        (item === newItem || canned?.editable ? (
          <CannedForm all={query.data} canned={canned} />
        ) : (
          <EmptyState icon="search" title={t.missing}>
            {t.missingText}
          </EmptyState>
        ))}
    </Page>
  );
}

function AllResponses() {
  const t = useTexts();
  const query = useQuery(cannedQuery);
  const [words, setWords] = useState('');
  if (query.isPending) return <Skeleton size="row" count={4} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.length === 0) {
    return (
      <EmptyState icon="reply" title={t.empty}>
        {t.emptyText}
      </EmptyState>
    );
  }
  const found = matching(query.data, words);
  return (
    <>
      <search className={classes.search}>
        <SearchBox label={t.find} placeholder={t.findHint} value={words} onValue={setWords} />
      </search>
      <p className="visually-hidden" role="status">
        {words && t.found({ count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState icon="search" title={t.nothing({ words })} />
      ) : (
        <CannedList all={found} />
      )}
    </>
  );
}
