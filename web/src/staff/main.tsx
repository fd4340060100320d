import '../design/styles/index.css';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '../api/queries';
import { AppProviders } from '../app/AppProviders';
import { MantineRoot } from '../design/mantine/MantineRoot';
import { RootLayout } from '../design/page/RootLayout';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <AppProviders client={makeQueryClient()}>
      <MantineRoot>
        <RootLayout header={null} footer={null} wide>
          {null}
        </RootLayout>
      </MantineRoot>
    </AppProviders>,
  );
}
