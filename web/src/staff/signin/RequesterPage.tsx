import { useMutation } from '@tanstack/react-query';
import { useSettings } from '../../app/useSettings';
import { Button } from '../../design/button/Button';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Card, FormActions } from '../../design/page/Card';
import { Page } from '../../design/page/Page';
import { usePerson, useSession } from '../../session/useSession';
import { PlainPage } from '../layout/PlainPage';
import { SignedOutHeader } from '../layout/SignedOutHeader';
import { routes } from '../routes';
import { useTexts } from '../texts';

/** Shown to a requester who signs in on the staff page. It links to the portal. */
export function RequesterPage() {
  const texts = useTexts();
  const t = texts.signIn;
  const { deskName } = useSettings();
  const person = usePerson();
  const { signOut } = useSession();
  const leave = useMutation({ mutationFn: signOut });
  return (
    <PlainPage header={<SignedOutHeader />}>
      <Page title={t.requesterTitle({ name: person.name })} deskName={deskName} width="form">
        <Card>
          {leave.error && <ProblemNotice error={leave.error} />}
          <p>{t.requesterText}</p>
          <FormActions>
            <Button onClick={() => location.assign(routes.portal)}>{t.toPortal}</Button>
            <Button kind="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
              {texts.header.signOut}
            </Button>
          </FormActions>
        </Card>
      </Page>
    </PlainPage>
  );
}
