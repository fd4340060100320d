import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useSettings } from '../app/useSettings';
import { LinkButton } from '../design/button/Button';
import { Page } from '../design/page/Page';
import { RootLayout } from '../design/page/RootLayout';
import { EmptyState, ErrorState, Skeleton } from '../design/states/States';
import { useDesignTexts } from '../design/texts';
import { administers, isStaff } from '../session/sessionQuery';
import { usePerson, useSession, useTimeZone } from '../session/useSession';
import { decodeRefinement } from './filters/refinement';
import { Keyboard } from './keyboard/Keyboard';
import { Header } from './layout/Header';
import { PlainPage } from './layout/PlainPage';
import { SignedOutHeader } from './layout/SignedOutHeader';
import { firstQueue, isQueue, type ListSource, patterns, routes } from './routes';
import { segmentOf, textOf } from './segment';
import { RequesterPage } from './signin/RequesterPage';
import { SignInPage } from './signin/SignInPage';
import { useTexts } from './texts';
import { viewsQuery } from './views/queries';
import { sourceOf } from './views/source';
import { Workspace } from './workspace/Workspace';

const CannedPage = lazy(() => import('./canned/CannedPage'));
const MentionsPage = lazy(() => import('./mentions/MentionsPage'));
const ProfilePage = lazy(() => import('./profile/ProfilePage'));
const AdminPage = lazy(() => import('./admin/AdminPage'));
const KnowledgePage = lazy(() => import('./knowledge/KnowledgePage'));

export function App() {
  return (
    <Router hook={useHashLocation}>
      <SessionGate />
    </Router>
  );
}

function SessionGate() {
  const { status, person, retry } = useSession();
  if (person) return isStaff(person) ? <StaffPage /> : <RequesterPage />;
  if (status === 'anonymous') return <SignInPage />;
  return (
    <PlainPage header={<SignedOutHeader />}>
      {status === 'failed' ? (
        <ErrorState error={undefined} onRetry={retry} />
      ) : (
        <Skeleton size="row" count={4} />
      )}
    </PlainPage>
  );
}

function StaffPage() {
  return (
    <>
      <Keyboard />
      <StaffRoutes />
    </>
  );
}

/** Returns the encoded path of the list in the address. A ticket without a list in its address opens beside the last list. */
function listInAddress(): string | undefined {
  return /^#(\/(?:colas|buscar|vistas)\/[^/]+)/.exec(window.location.hash)?.[1];
}

function StaffRoutes() {
  useLocation(); // renders again when the list changes
  const lastList = useRef(routes.list({ queue: firstQueue }));
  lastList.current = listInAddress() ?? lastList.current;
  return (
    <Switch>
      <Route path={routes.home}>
        <Redirect to={routes.list({ queue: firstQueue })} replace />
      </Route>
      <Route path={patterns.queue}>
        {({ queue, number }) => <QueueRoute segment={queue} number={number} />}
      </Route>
      <Route path={patterns.search}>
        {({ words, number }) => <SearchRoute segment={words} number={number} />}
      </Route>
      <Route path={patterns.view}>
        {({ view, number }) => <SavedViewRoute segment={view} number={number} />}
      </Route>
      <Route path={patterns.ticket}>
        {({ number }) => <Redirect to={`${lastList.current}/${segmentOf(number)}`} replace />}
      </Route>
      <Route path={patterns.canned}>
        {({ item }) => (
          <ReadingPage>
            <CannedPage key={item} item={item} />
          </ReadingPage>
        )}
      </Route>
      <Route path={routes.mentions}>
        <ReadingPage>
          <MentionsPage />
        </ReadingPage>
      </Route>
      <Route path={routes.profile}>
        <ReadingPage>
          <ProfilePage />
        </ReadingPage>
      </Route>
      <Route path={patterns.knowledge}>
        {({ id, part }) => (
          <ReadingPage>
            <KnowledgePage id={id} part={part} notFound={<NotFound />} />
          </ReadingPage>
        )}
      </Route>
      <Route path={patterns.admin}>
        {({ section, item }) => (
          <AdministratorsOnly>
            <AdminPage section={section} item={item} notFound={<NotFound />} />
          </AdministratorsOnly>
        )}
      </Route>
      <Route path="/solicitudes">
        <Redirect to={routes.admin('solicitudes')} replace />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

function QueueRoute({ segment, number }: { segment: string; number: string | undefined }) {
  const [queue, refinement] = decodeRefinement(segment);
  return isQueue(queue) ? <WorkspacePage source={{ queue, refinement }} number={number} /> : <NotFoundPage />;
}

function SearchRoute({ segment, number }: { segment: string; number: string | undefined }) {
  const [head, refinement] = decodeRefinement(segment);
  return <WorkspacePage source={{ words: textOf(head), refinement }} number={number} />;
}

function SavedViewRoute({ segment, number }: { segment: string; number: string | undefined }) {
  const [id, refinement] = decodeRefinement(segment);
  const timeZone = useTimeZone();
  const views = useQuery(viewsQuery);
  const view = views.data?.find((candidate) => candidate.id === id);
  if (view) {
    const source = sourceOf(view, timeZone);
    return <WorkspacePage source={segment === id ? source : { ...source, refinement }} number={number} />;
  }
  if (views.data && !views.isFetching) return <NotFoundPage />;
  return (
    <PlainPage header={<Header />}>
      {views.isError ? (
        <ErrorState error={views.error} onRetry={() => void views.refetch()} />
      ) : (
        <Skeleton size="row" count={4} />
      )}
    </PlainPage>
  );
}

function WorkspacePage({ source, number }: { source: ListSource; number: string | undefined }) {
  return (
    <RootLayout header={<Header />} footer={null} wide>
      <Workspace source={source} number={number} />
    </RootLayout>
  );
}

function ReadingPage({ children }: { children: ReactNode }) {
  return (
    <PlainPage header={<Header />}>
      <Suspense fallback={<Skeleton size="block" count={2} />}>{children}</Suspense>
    </PlainPage>
  );
}

function AdministratorsOnly({ children }: { children: ReactNode }) {
  return administers(usePerson()) ? <ReadingPage>{children}</ReadingPage> : <NotFoundPage />;
}

function NotFoundPage() {
  return (
    <ReadingPage>
      <NotFound />
    </ReadingPage>
  );
}

function NotFound() {
  const t = useTexts().notFound;
  const d = useDesignTexts().notFound;
  const { deskName } = useSettings();
  return (
    <Page title={d.title} deskName={deskName}>
      <EmptyState
        icon="search"
        title={d.text}
        actions={<LinkButton href={routes.home}>{t.toQueue}</LinkButton>}
      />
    </Page>
  );
}
