import { LinkButton } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from '../texts';

/**
 * The page that is shown if an article made the ticket unnecessary (L6). The draft remains stored.
 */
export default function ThanksPage() {
  const t = useTexts().thanks;
  return (
    <PortalPage title={t.title} width="reading">
      <Notice
        tone="success"
        actions={
          <>
            <LinkButton small href={routes.home}>
              {t.home}
            </LinkButton>
            <LinkButton small kind="secondary" href={routes.newTicket}>
              {t.back}
            </LinkButton>
          </>
        }
      >
        {t.text}
      </Notice>
    </PortalPage>
  );
}
