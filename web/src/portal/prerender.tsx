import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import { makeQueryClient } from '../api/queries';
import { AppProviders } from '../app/AppProviders';
import { defaultDeskName } from '../app/useSettings';
import { App } from './App';
import { routes } from './routes';
import { es } from './texts/es';

/** The titles of the prerendered pages, by path. */
export const pageTitles: Record<string, string> = {
  [routes.home]: `${es.home.title} · ${defaultDeskName}`,
  [routes.signIn]: `${es.header.signIn} · ${defaultDeskName}`,
  [routes.accountRequest]: `${es.accountRequest.title} · ${defaultDeskName}`,
  [routes.faq]: `${es.faq.title} · ${defaultDeskName}`,
};

export function render(path: string): string {
  return renderToString(
    <Router ssrPath={path}>
      <AppProviders client={makeQueryClient()}>
        <App />
      </AppProviders>
    </Router>,
  );
}
