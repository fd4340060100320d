import { useSettings } from '../../app/useSettings';
import { Card } from '../../design/page/Card';
import { Page } from '../../design/page/Page';
import { SignInForm } from '../../session/SignInForm';
import { useSession } from '../../session/useSession';
import { PlainPage } from '../layout/PlainPage';
import { SignedOutHeader } from '../layout/SignedOutHeader';
import { routes } from '../routes';
import { useTexts } from '../texts';

/** The sign-in page for staff (A1). The URL does not change, so that the requested page appears afterwards. */
export function SignInPage() {
  const t = useTexts().signIn;
  const { deskName } = useSettings();
  const { signedIn } = useSession();
  return (
    <PlainPage header={<SignedOutHeader />}>
      <Page title={t.title} deskName={deskName} lead={t.lead} width="form">
        <Card>
          <SignInForm onSignedIn={signedIn} />
        </Card>
        <p>
          <a href={routes.forgottenPassword}>{t.forgotten}</a>
        </p>
        <p>
          <a href={routes.portal}>{t.portal}</a>
        </p>
      </Page>
    </PlainPage>
  );
}
