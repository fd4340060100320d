import type { ReactNode } from 'react';
import { LinkButton } from '../../design/button/Button';
import { EmptyState } from '../../design/states/States';
import { useDesignTexts } from '../../design/texts';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from '../texts';

interface NotFoundPageProps {
  title?: string;
  text?: string;
  /** Shown below the message. */
  children?: ReactNode;
}

/** The page for an unknown path, and for a ticket or article that does not exist or that the person may not read. */
export function NotFoundPage({ title, text, children }: NotFoundPageProps) {
  const t = useTexts().notFound;
  const d = useDesignTexts().notFound;
  return (
    <PortalPage title={title ?? d.title}>
      <EmptyState
        icon="search"
        title={text ?? d.text}
        actions={
          <>
            <LinkButton href={routes.home}>{t.home}</LinkButton>
            <LinkButton href={routes.faq} kind="secondary">
              {t.faq}
            </LinkButton>
          </>
        }
      />
      {children}
    </PortalPage>
  );
}
