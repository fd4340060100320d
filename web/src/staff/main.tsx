import '../design/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '../api/queries';
import { AppProviders } from '../app/AppProviders';
import { App } from './App';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <AppProviders client={makeQueryClient()}>
        <App />
      </AppProviders>
    </StrictMode>,
  );
}
