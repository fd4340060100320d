import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { RootLayout } from '../design/page/RootLayout';
import { Skeleton } from '../design/states/States';
import { AccountRequestPage } from './accountrequest/AccountRequestPage';
import { FaqPage } from './faq/FaqPage';
import { HomePage } from './home/HomePage';
import { Footer } from './layout/Footer';
import { Header } from './layout/Header';
import { RequireSession } from './layout/RequireSession';
import { NotFoundPage } from './notfound/NotFoundPage';
import { routes } from './routes';
import { SignInPage } from './signin/SignInPage';

// Prerendered pages are in the first load; the others come when they are visited.
const CenterPage = lazy(() => import('./center/CenterPage'));
const CategoryPage = lazy(() => import('./faq/CategoryPage'));
const ArticlePage = lazy(() => import('./faq/ArticlePage'));
const NewTicketPage = lazy(() => import('./newticket/NewTicketPage'));
const TicketsPage = lazy(() => import('./tickets/TicketsPage'));
const TicketPage = lazy(() => import('./ticket/TicketPage'));
const ProfilePage = lazy(() => import('./profile/ProfilePage'));

const signedIn = (page: ReactNode) => <RequireSession>{page}</RequireSession>;

export function App() {
  return (
    <RootLayout header={<Header />} footer={<Footer />}>
      <Suspense fallback={<Skeleton size="block" count={2} />}>
        <Switch>
          <Route path={routes.home}>
            <HomePage />
          </Route>
          <Route path={routes.signIn}>
            <SignInPage />
          </Route>
          <Route path={routes.accountRequest}>
            <AccountRequestPage />
          </Route>
          <Route path={routes.center}>
            <CenterPage />
          </Route>
          <Route path={routes.faq}>
            <FaqPage />
          </Route>
          <Route path="/faq/categoria/:id">{({ id }) => <CategoryPage key={id} id={id} />}</Route>
          <Route path="/faq/articulo/:id">{({ id }) => <ArticlePage key={id} id={id} />}</Route>
          <Route path={routes.newTicket}>{signedIn(<NewTicketPage />)}</Route>
          <Route path={routes.tickets}>{signedIn(<TicketsPage />)}</Route>
          <Route path="/tickets/:number">
            {({ number }) => signedIn(<TicketPage key={number} number={number} />)}
          </Route>
          <Route path={routes.profile}>{signedIn(<ProfilePage />)}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </RootLayout>
  );
}
