import { useEffect } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { Card } from '../../design/page/Card';
import { SignInForm } from '../../session/SignInForm';
import { isStaff, type Person } from '../../session/sessionQuery';
import { useSession } from '../../session/useSession';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { returnPath } from './returnPath';

/** The sign-in page (A1). `needed` is true if it replaces a page that requires a session. */
export function SignInPage({ needed = false }: { needed?: boolean }) {
  const t = useTexts();
  const { person, signedIn } = useSession();
  const [, navigate] = useLocation();
  const [params] = useSearchParams();
  const back = returnPath(params.get('volver'));

  useEffect(() => {
    if (!needed && person) leave(person);

    function leave(signedInPerson: Person) {
      if (!back && isStaff(signedInPerson)) location.assign(routes.staff);
      else navigate(back ?? routes.home, { replace: true });
    }
  }, [needed, person, back, navigate]);

  return (
    <PortalPage title={t.header.signIn} lead={needed ? t.signIn.needed : t.signIn.lead} width="form">
      <Card>
        <SignInForm onSignedIn={signedIn} />
      </Card>
      <p>
        <Link href={routes.forgottenPassword}>{t.signIn.forgotten}</Link>
      </p>
      <p>
        {t.signIn.noAccount} <Link href={routes.accountRequest}>{t.header.accountRequest}</Link>
      </p>
    </PortalPage>
  );
}
