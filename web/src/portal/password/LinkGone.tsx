import type { Problem } from '../../api/problem';
import { LinkButton } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from './texts';

/** Explains why a mailed link cannot be used: it was used, has expired, or is unknown. */
export function LinkGone({ problem }: { problem: Problem }) {
  const t = useTexts();
  const used = problem.type === 'urn:mesa:problem:link-used';
  const [title, text] = used
    ? [t.gone.usedTitle, t.gone.used]
    : problem.status === 410
      ? [t.gone.expiredTitle, t.gone.expired]
      : [t.gone.unknownTitle, t.gone.unknown];
  return (
    <PortalPage title={t.choose.title} width="form">
      <Notice
        tone="warning"
        live
        title={title}
        actions={
          <>
            <LinkButton href={routes.forgottenPassword}>{t.gone.again}</LinkButton>
            {used && (
              <LinkButton kind="secondary" href={routes.signIn}>
                {t.choose.signIn}
              </LinkButton>
            )}
          </>
        }
      >
        {text}
      </Notice>
    </PortalPage>
  );
}
