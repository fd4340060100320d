import { QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { makeQueryClient } from '../api/queries';

/** Renders components with what every page has around it. */
export function renderPage(children: ReactNode): RenderResult {
  const client = makeQueryClient();
  return render(<QueryClientProvider client={client}>{children}</QueryClientProvider>);
}
