import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import { makeQueryClient } from '../api/queries';
import { AppProviders } from '../app/AppProviders';
import { defaultDeskName } from '../app/useSettings';
import { es as design } from '../design/texts/es';
import { App } from './App';
import { routes } from './routes';
import { es } from './texts/es';

/** The title of the pages that are not prerendered, until they are rendered. */
export const deskName = defaultDeskName;
export const notFoundTitle = `${design.notFound.title} · ${defaultDeskName}`;

/** The titles of the prerendered pages, by path. */
export const pageTitles: Record<string, string> = {
  [routes.home]: `${es.home.title} · ${defaultDeskName}`,
  [routes.signIn]: `${es.header.signIn} · ${defaultDeskName}`,
  [routes.accountRequest]: `${es.accountRequest.title} · ${defaultDeskName}`,
  [routes.center]: `${es.center.title} · ${defaultDeskName}`,
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
