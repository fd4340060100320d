import type { ReactNode } from 'react';
import { RootLayout } from '../../design/page/RootLayout';
import { Footer } from './Footer';

/** Pages that are read or filled in, unlike the workspace. */
export function PlainPage({ header, children }: { header: ReactNode; children: ReactNode }) {
  return (
    <RootLayout header={header} footer={<Footer />}>
      {children}
    </RootLayout>
  );
}
