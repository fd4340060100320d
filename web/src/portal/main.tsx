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
    {/* Hydration starts without a query string, like the prerendered pages. wouter then reads the address. */}
    <Router ssrSearch="">
      <AppProviders client={makeQueryClient()}>
        <App />
      </AppProviders>
    </Router>
  </StrictMode>
);

if (root) {
  // start.js marks HTML that was prerendered for another page. Such HTML is discarded.
  if (root.hasChildNodes() && !page.hasAttribute('data-other-page')) {
    hydrateRoot(root, app);
  } else {
    root.replaceChildren();
    page.removeAttribute('data-other-page');
    createRoot(root).render(app);
  }
}
