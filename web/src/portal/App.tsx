import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { RootLayout } from '../design/page/RootLayout';
import { Skeleton } from '../design/states/States';
import { AccountRequestPage } from './accountrequest/AccountRequestPage';
import { CenterPage } from './center/CenterPage';
import { FaqPage } from './faq/FaqPage';
import { HomePage } from './home/HomePage';
import { Footer } from './layout/Footer';
import { Header } from './layout/Header';
import { RequireSession } from './layout/RequireSession';
import { NotFoundPage } from './notfound/NotFoundPage';
import { routes } from './routes';
import { SignInPage } from './signin/SignInPage';

// The prerendered pages are part of the main bundle. The code of the other pages is loaded when they are visited.
const CategoryPage = lazy(() => import('./faq/CategoryPage'));
const ArticlePage = lazy(() => import('./faq/ArticlePage'));
const loadNewTicketPage = () => import('./newticket/NewTicketPage');
const NewTicketPage = lazy(loadNewTicketPage);
const ThanksPage = lazy(() => import('./thanks/ThanksPage'));
const loadTicketsPage = () => import('./tickets/TicketsPage');
const TicketsPage = lazy(loadTicketsPage);
const loadTicketPage = () => import('./ticket/TicketPage');
const TicketPage = lazy(loadTicketPage);
const loadProfilePage = () => import('./profile/ProfilePage');
const ProfilePage = lazy(loadProfilePage);

const ForgottenPasswordPage = lazy(() => import('./password/ForgottenPasswordPage'));
const NewPasswordPage = lazy(() => import('./password/NewPasswordPage'));

const signedIn = (load: () => Promise<unknown>, page: ReactNode) => (
  <RequireSession load={load}>{page}</RequireSession>
);

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
          <Route path={routes.forgottenPassword}>
            <ForgottenPasswordPage />
          </Route>
          <Route path="/contrasena/:token">{({ token }) => <NewPasswordPage token={token} />}</Route>
          <Route path={routes.center}>
            <CenterPage />
          </Route>
          <Route path={routes.faq}>
            <FaqPage />
          </Route>
          <Route path="/faq/categoria/:id">{({ id }) => <CategoryPage key={id} id={id} />}</Route>
          <Route path="/faq/articulo/:id">{({ id }) => <ArticlePage key={id} id={id} />}</Route>
          <Route path={routes.newTicket}>{signedIn(loadNewTicketPage, <NewTicketPage />)}</Route>
          <Route path={routes.thanks}>
            <ThanksPage />
          </Route>
          <Route path={routes.tickets}>{signedIn(loadTicketsPage, <TicketsPage />)}</Route>
          <Route path="/tickets/:number">
            {({ number }) => signedIn(loadTicketPage, <TicketPage key={number} number={number} />)}
          </Route>
          <Route path={routes.profile}>{signedIn(loadProfilePage, <ProfilePage />)}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </RootLayout>
  );
}
