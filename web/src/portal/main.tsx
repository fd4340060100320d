import '../design/styles/index.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { makeQueryClient } from '../api/queries';
import { AppProviders } from '../app/AppProviders';
import { App } from './App';

const page = document.documentElement;
const root = document.getElementById('root');
const app = (
  <StrictMode>
    {/* Hydration starts from the prerendered page, which knows no search; wouter then goes on with the address's own. */}
    <Router ssrSearch="">
      <AppProviders client={makeQueryClient()}>
        <App />
      </AppProviders>
    </Router>
  </StrictMode>
);

if (root) {
  // theme.js found that this HTML is another page's: what is prerendered in it is of no use here.
  if (root.hasChildNodes() && !page.hasAttribute('data-other-page')) {
    hydrateRoot(root, app);
  } else {
    root.replaceChildren();
    page.removeAttribute('data-other-page');
    createRoot(root).render(app);
  }
}
