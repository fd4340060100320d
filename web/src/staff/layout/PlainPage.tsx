import type { ReactNode } from 'react';
import { RootLayout } from '../../design/page/RootLayout';
import { Footer } from './Footer';

/** The layout of every page except the workspace. */
export function PlainPage({ header, children }: { header: ReactNode; children: ReactNode }) {
  return (
    <RootLayout header={header} footer={<Footer />}>
      {children}
    </RootLayout>
  );
}
